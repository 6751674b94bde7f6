# shiji: see README.md.  "make help" lists what can be made.

CC       = cc
CXX      = c++
CFLAGS   = -g -O2
CXXFLAGS = -g -O2
WERROR   = -Werror
prefix   = /usr/local
bindir   = $(prefix)/bin
datadir  = $(prefix)/share
mandir   = $(datadir)/man

B        = build
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(WERROR)
ALL_CFLAGS = -std=c11 $(WARNINGS) -Wstrict-prototypes -Wmissing-prototypes \
             -Wvla -Wformat=2 -D_GNU_SOURCE -Igenerator -Itests \
             $(CPPFLAGS) $(CFLAGS)
ALL_CXXFLAGS = -std=c++17 $(WARNINGS) -fvisibility=hidden -D_GNU_SOURCE \
               -Igenerator $(CPPFLAGS) $(CXXFLAGS)
LIBS     = -lcsv -lctemplate_nothreads -lutf8proc -ljansson -lnettle

sources := $(wildcard generator/*/*.c)
headers := $(wildcard generator/*/*.h)
objects := $(sources:%.c=$(B)/%.o) $(B)/generator/render/template.o
library := $(filter-out $(B)/generator/cli/main.o,$(objects))
units   := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/test_*.c))

all: $(B)/shiji ## build the program (default)

$(B)/shiji: $(objects)
	$(CXX) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/libshiji.a: $(library)
	@rm -f $@
	$(AR) rcs $@ $^

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(ALL_CXXFLAGS) -MMD -MP -c -o $@ $<

$(B)/tests/unit/test_%: $(B)/tests/unit/test_%.o $(B)/libshiji.a
	$(CXX) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

clean: ## remove what was built
	rm -rf $(B)

.PHONY: all clean
-include $(objects:.o=.d)
