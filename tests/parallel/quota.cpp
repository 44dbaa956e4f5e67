#include "numlane/parallel/quota.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "test.hpp"

namespace {

// A made-up root file system, for cgroup_cpus() to look at.
class fake_root {
public:
    fake_root() : path_(std::filesystem::temp_directory_path() / ("numlane-quota-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path_);
    }
    ~fake_root() { std::filesystem::remove_all(path_); }

    fake_root& file(const std::string& name, const std::string& text) {
        const std::filesystem::path whole = path_ / name;
        std::filesystem::create_directories(whole.parent_path());
        std::ofstream(whole) << text;
        return *this;
    }
    int cpus() const { return nl::detail::cgroup_cpus(path_.string()); }

private:
    std::filesystem::path path_;
};

const char* const v2_mount = "24 1 0:20 / /proc rw - proc proc rw\n"
                             "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
const char* const v1_mounts = "31 23 0:28 / /cg rw - tmpfs tmpfs rw,mode=755\n"
                              "36 31 0:33 / /cg/cpuset rw - cgroup cgroup rw,cpuset\n"
                              "32 31 0:29 / /cg/cpu,cpuacct rw,nosuid master:3 - cgroup cgroup rw,cpu,cpuacct\n";

}  // namespace

TEST_CASE("without cgroups there is no quota") {
    fake_root root;
    CHECK(root.cpus() == 0);
    root.file("proc/self/cgroup", "0::/\n");
    CHECK(root.cpus() == 0);
    root.file("proc/self/mountinfo", "nonsense\n - \n\n1 - cgroup2\n");
    CHECK(root.cpus() == 0);
}

TEST_CASE("a quota of cgroup version 2 is rounded up") {
    fake_root root;
    root.file("proc/self/cgroup", "0::/work/job\n").file("proc/self/mountinfo", v2_mount);
    CHECK(root.cpus() == 0);
    const std::string file = "sys/fs/cgroup/work/job/cpu.max";
    CHECK(root.file(file, "max 100000\n").cpus() == 0);
    CHECK(root.file(file, "150000 100000\n").cpus() == 2);
    CHECK(root.file(file, "200000 100000\n").cpus() == 2);
    CHECK(root.file(file, "10000 100000\n").cpus() == 1);
    for (const char* wrong : {"", "x", "-5 100000", "100 0", "100", "9223372036854775807 1", "100000 -1"}) {
        INFO(wrong);
        CHECK(root.file(file, wrong).cpus() == 0);
    }
}

TEST_CASE("the least quota of all groups around counts") {
    fake_root root;
    root.file("proc/self/cgroup", "0::/a/b/c\n").file("proc/self/mountinfo", v2_mount);
    root.file("sys/fs/cgroup/a/b/c/cpu.max", "700000 100000").file("sys/fs/cgroup/a/b/cpu.max", "max 100000");
    CHECK(root.cpus() == 7);
    root.file("sys/fs/cgroup/a/cpu.max", "300000 100000");
    CHECK(root.cpus() == 3);
    root.file("sys/fs/cgroup/cpu.max", "500000 100000");
    CHECK(root.cpus() == 3);
}

TEST_CASE("a quota of cgroup version 1 is found by its controller") {
    fake_root root;
    root.file("proc/self/cgroup", "9:name=systemd:/x\n3:cpuset:/\n1:cpu,cpuacct:/box\n0::/x\n");
    root.file("proc/self/mountinfo", v1_mounts);
    CHECK(root.cpus() == 0);
    root.file("cg/cpu,cpuacct/box/cpu.cfs_quota_us", "-1\n").file("cg/cpu,cpuacct/box/cpu.cfs_period_us", "50000\n");
    CHECK(root.cpus() == 0);
    root.file("cg/cpu,cpuacct/box/cpu.cfs_quota_us", "125000\n");
    CHECK(root.cpus() == 3);
}

TEST_CASE("a container sees its own group at the mount point") {
    fake_root root;
    root.file("proc/self/cgroup", "1:cpu:/docker/0123\n");
    root.file("proc/self/mountinfo", "32 31 0:29 /docker/0123 /cg ro - cgroup cgroup rw,cpu\n");
    root.file("cg/cpu.cfs_quota_us", "400000\n").file("cg/cpu.cfs_period_us", "100000\n");
    CHECK(root.cpus() == 4);
    root.file("proc/self/cgroup", "1:cpu:/elsewhere\n");
    CHECK(root.cpus() == 4);
    root.file("proc/self/cgroup", "1:cpu:/../outside\n");
    CHECK(root.cpus() == 4);
}

TEST_CASE("a mounted group is not taken for the beginning of another's name") {
    fake_root root;
    root.file("proc/self/cgroup", "1:cpu:/ab/c\n");
    root.file("proc/self/mountinfo", "32 31 0:29 /a /cg ro - cgroup cgroup rw,cpu\n");
    root.file("cg/cpu.cfs_quota_us", "400000\n").file("cg/cpu.cfs_period_us", "100000\n");
    root.file("cgb/c/cpu.cfs_quota_us", "200000\n").file("cgb/c/cpu.cfs_period_us", "100000\n");
    CHECK(root.cpus() == 4);
    root.file("proc/self/cgroup", "1:cpu:/a\n");
    CHECK(root.cpus() == 4);
}

TEST_CASE("blanks and backslashes in the paths of mounts") {
    fake_root root;
    root.file("proc/self/cgroup", "0::/my group/job\n");
    root.file("proc/self/mountinfo", "30 23 0:26 /my\\040group /sys/a\\134b\\011c\\7 rw - cgroup2 cgroup2 rw\n");
    root.file("sys/a\\b\tc\\7/job/cpu.max", "300000 100000\n");
    CHECK(root.cpus() == 3);
}
