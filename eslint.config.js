import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Imports flow one way: ui <- charts <- concepts <- routes. Each rule says why, where it is broken. */
const CONCEPTS = [
  'verbatims',
  'sentiment',
  'tagging',
  'redaction',
  'intake',
  'wall',
  'screens',
  'statistics',
  'pulse',
  'symmetry',
  'demo'
];

/** @param {string[]} folders @param {string} message */
const neverFrom = (folders, message) => ({
  group: folders.flatMap((folder) => [`$lib/${folder}`, `$lib/${folder}/**`, `**/lib/${folder}/**`]),
  message
});
const NO_ROUTES = {
  group: ['**/routes/**', './$types', '$app/**'],
  message: 'A concept does not know the pages that show it.'
};
const PURE = [
  {
    group: ['svelte', 'svelte/**', '$app/**', '$env/**', '@sveltejs/**'],
    message: 'This code is pure: a rule must be testable without a framework.'
  },
  {
    group: ['node:*', 'fs', 'path', 'crypto'],
    message: 'This code is pure: it runs in the browser, the server and a test alike, and does no I/O.'
  },
  {
    group: ['@supabase/**', '**/*.server', '$lib/server/**'],
    message: 'This code is pure: data comes in as arguments.'
  }
];

/**
 * @param {string[]} files
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.Config}
 */
const restrict = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] }
});

export default defineConfig(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      '.data/',
      'src/lib/i18n/paraglide/',
      'src/lib/server/database.types.ts',
      'test-results/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }
      ],
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // A verbatim is always a text node: nobody writes markup into a wall.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['src/lib/**/*.ts', 'src/lib/**/*.svelte'],
    ignores: ['src/lib/charts/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^chart(\\.js|js-)/]',
          message: 'Only src/lib/charts knows chart.js: one wrapper per outside library.'
        }
      ]
    }
  },
  restrict(
    ['src/lib/ui/**'],
    [neverFrom([...CONCEPTS, 'charts', 'server'], 'ui knows nothing of the domain.')]
  ),
  restrict(
    ['src/lib/charts/**'],
    [
      neverFrom(
        ['server', 'intake', 'wall', 'demo', 'redaction'],
        'charts draw what they are given; concepts fetch and decide.'
      ),
      NO_ROUTES
    ]
  ),
  restrict(
    [
      'src/lib/sentiment/**/*.ts',
      'src/lib/tagging/*.ts',
      'src/lib/redaction/**',
      'src/lib/statistics/**',
      'src/lib/verbatims/*.ts',
      'src/lib/wall/*.ts',
      'src/lib/screens/**/*.ts',
      'src/lib/pulse/**/*.ts',
      'src/lib/symmetry/**/*.ts'
    ],
    [...PURE, NO_ROUTES]
  ),
  restrict(
    [
      'src/lib/sentiment/**/*.server.ts',
      'src/lib/tagging/*.server.ts',
      'src/lib/verbatims/*.server.ts',
      'src/lib/wall/*.server.ts',
      'src/lib/screens/**/*.server.ts',
      'src/lib/screens/**/*.svelte.ts',
      'src/lib/pulse/**/*.server.ts',
      'src/lib/symmetry/**/*.server.ts',
      'src/lib/intake/**',
      'src/lib/demo/**'
    ],
    [NO_ROUTES]
  ),
  restrict(
    ['src/lib/wall/player/**'],
    [
      {
        group: ['svelte', 'svelte/**', '$app/**', '$env/**', '@sveltejs/**'],
        message: 'The player runs on TVs of 2020, where no framework does.'
      },
      {
        group: ['@supabase/**', '**/*.server', '$lib/server/**'],
        message: 'The player knows only its stream.'
      },
      NO_ROUTES
    ]
  ),
  {
    // Tests may reach wherever they need.
    files: ['**/*.test.ts', 'tests/**', 'bench/**'],
    rules: {
      'no-restricted-imports': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }]
    }
  },
  {
    // Lists of words and texts are as long as they are.
    files: ['src/lib/redaction/*words*.ts'],
    rules: { 'max-lines': 'off' }
  }
);
