/** The house's one-way streets; test/tidy.test.ts keeps the finer rules. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-stands-alone',
      comment: 'A till runs compiled programs without a parser.',
      severity: 'error',
      from: { path: '^packages/engine/src' },
      to: { path: '^packages/(language|cli)|^node_modules/@laurel/(language|cli)' },
    },
    {
      name: 'language-knows-no-cli',
      severity: 'error',
      from: { path: '^packages/language/src' },
      to: { path: '^packages/cli' },
    },
    {
      name: 'chevrotain-only-in-1-parse',
      severity: 'error',
      from: { path: '^packages', pathNot: '^packages/language/src/1-parse' },
      to: { path: 'chevrotain' },
    },
    {
      name: 'engine-words-are-last',
      comment: 'Prose is made from reasons; no meaning hangs on it.',
      severity: 'error',
      from: { path: '^packages/engine/src', pathNot: '^packages/engine/src/words' },
      to: { path: '^packages/engine/src/words' },
    },
    {
      name: 'disk-only-in-cli',
      severity: 'error',
      from: { path: '^packages/(engine|language)/src' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['@laurel/source', 'import', 'default'], exportsFields: ['exports'] },
  },
};
