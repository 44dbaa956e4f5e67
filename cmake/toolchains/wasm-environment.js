// The program sees the variables of the environment that node was started with.
var Module = typeof Module != "undefined" ? Module : {};
Module["preRun"] = (Module["preRun"] || []).concat(function () { Object.assign(ENV, process.env); });
