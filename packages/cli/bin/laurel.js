#!/usr/bin/env node
import '../dist/laurel.js';
