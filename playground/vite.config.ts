import { defineConfig, type Plugin } from 'vite';

/** No script but ours, no other host, no eval. Styles may stand in the page: the editor places its text with them. */
const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; worker-src 'self'";

/** The built page carries its policy with it, whatever serves it. While developing, the server needs scripts of its own. */
function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  resolve: { conditions: ['@laurel/source', 'module', 'browser', 'development|production'] },
  plugins: [policy()],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 6000, modulePreload: { polyfill: false } },
});
