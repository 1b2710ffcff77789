import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FEATURES = ['auth', 'documents', 'editor', 'presence', 'rooms', 'saving'];

const restrict = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const quill = {
  regex: '^quill($|/)',
  message: 'Quill is imported only inside features/editor.',
};
const app = { regex: '(^|/)app/', message: 'Only app/ composes; nothing imports it.' };
const features = { regex: '/features/', message: 'lib and components know no feature.' };
const react = {
  regex: '^(react($|-|/)|@mantine|@tanstack)',
  message: 'lib/ot, lib/store and lib/sync are free of React.',
};

/** A feature imports lib and components, never another feature. */
const featureRules = FEATURES.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: restrict([
    app,
    ...(feature === 'editor' ? [] : [quill]),
    {
      regex: `^\\.\\./(${FEATURES.filter((each) => each !== feature).join('|')})/`,
      message: 'A feature does not import another feature: app/ composes them.',
    },
  ]),
}));

export default defineConfig(
  globalIgnores(['dist', 'node_modules', 'target', 'test-results', 'playwright-report']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-console': ['error', { allow: ['error', 'info'] }],
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['src/{lib/api,lib/i18n,components}/**/*.{ts,tsx}'],
    rules: restrict([app, quill, features]),
  },
  { files: ['src/lib/{ot,store,sync}/**/*.ts'], rules: restrict([app, quill, features, react]) },
  {
    files: ['src/app/**/*.{ts,tsx}'],
    rules: restrict([{ ...quill, regex: '^quill($|/(?!dist/))' }]),
  },
  ...featureRules,
);
