import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { availableParallelism } from 'node:os';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { COMPILER } from './src/lib/i18n/compiler.js';
import { handOver } from './src/lib/server/handover.js';
import { wallPlayer } from './src/lib/wall/player/bundle.ts';

/** Streams run in development as they do in the built application. */
const streams: Plugin = {
  name: 'streams',
  configureServer({ middlewares }) {
    middlewares.use((_request, response, next) => {
      handOver(response);
      next();
    });
  }
};

export default defineConfig({
  plugins: [streams, sveltekit(), paraglideVitePlugin(COMPILER), wallPlayer()],
  test: {
    // The default leaves one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,tests/confidentiality,tests/engines,tests/support}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000
        }
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: './tests/support/prepared.ts',
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
});
