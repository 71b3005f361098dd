/** How the messages are compiled, for the build and for the type-check alike. Paths are from the project's root. */
export const COMPILER = {
  project: './src/lib/i18n/project.inlang',
  outdir: './src/lib/i18n/paraglide',
  /** @type {['cookie', 'preferredLanguage', 'baseLocale']} */
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
  cookieName: 'language'
};
