#pragma once

#include "numlane/reduce/argextrema.hpp"
#include "numlane/reduce/count.hpp"
#include "numlane/reduce/extrema.hpp"
#include "numlane/reduce/mean.hpp"
#include "numlane/reduce/prod.hpp"
#include "numlane/reduce/ptp.hpp"
#include "numlane/reduce/sum.hpp"
#include "numlane/reduce/truth.hpp"
#include "numlane/reduce/var.hpp"
