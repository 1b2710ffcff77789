import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests without a page run without one: jsdom costs a second or more for each file. */
const WITHOUT_PAGE = 'src/lib/{ot,store,sync,i18n}/**/*.test.ts';

export default defineConfig({
  // Files are found from each other, since the application may live at any context path.
  base: './',
  plugins: [react()],
  resolve: {
    alias: {
      'lodash-es': new URL('vendor/plainValues.js', import.meta.url).pathname,
      'lodash.clonedeep': new URL('vendor/cloneDeep.cjs', import.meta.url).pathname,
      'lodash.isequal': new URL('vendor/isEqual.cjs', import.meta.url).pathname,
    },
  },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  test: {
    restoreMocks: true,
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'core', environment: 'node', include: [WITHOUT_PAGE] },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [WITHOUT_PAGE],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
