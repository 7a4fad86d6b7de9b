#!/usr/bin/env node
require('./load-program.js').loadProgram().start();
