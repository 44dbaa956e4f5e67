"""Runs the program of main.cpp, a command of one or more words, over a list of requests."""
import subprocess


def ask(program, requests):
    """The program's answer to each request (verb, dtype, input path, output path)."""
    text = "".join(" ".join(map(str, request)) + "\n" for request in requests)
    done = subprocess.run(program, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program} ended with {done.returncode}:\n{done.stderr}")
    answers = done.stdout.splitlines()
    if len(answers) != len(requests):
        raise SystemExit(f"{len(requests)} requests, {len(answers)} answers")
    return answers
