/*
 * Which templates a command uses.
 */
#ifndef CLI_TEMPLATE_PLACE_H
#define CLI_TEMPLATE_PLACE_H

struct job;

/* Those named; else those beside the program, those installed, those built in
   (render/built_in.h).  A program made to be carried alone looks for none: a
   folder of that name may be anybody's where it comes to. */
const char *command_templates(struct job *job);

#endif
