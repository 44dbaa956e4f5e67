// The rest of the program is in the shared library; this file has the settings of its own folder.
#ifdef NUMLANE_BASELINE_LEVEL
#error "compiled for the CPUs of the folder higher/"
#endif
