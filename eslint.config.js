import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({ ignores: ['dist/', 'site/', 'coverage/', '.stryker-tmp/'] }, js.configs.recommended, {
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // French typography sets non-breaking spaces, inside texts only.
    'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
});
