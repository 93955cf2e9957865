#ifndef STREAMS_H
#define STREAMS_H

#include <stdio.h>

#include "Capabilities.h"

/// The terminal's two directions while the screen is open.
extern FILE *nc_input_stream, *nc_output_stream;

/// Teaches ncurses the keys that it does not know by itself.
void nc_configure_input(const struct nc_capabilities *capabilities);

/// Asks for what the terminal reported before a stop.
void nc_resume_input(void);

#endif
