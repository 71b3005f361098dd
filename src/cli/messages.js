// Compiles the messages, which are types too: before a type-check without a build.
import { compile } from '@inlang/paraglide-js';
import { COMPILER } from '../lib/i18n/compiler.js';

await compile(COMPILER);
