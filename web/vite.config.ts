import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** Kit itself writes this style attribute, on the element that announces a new page to screen readers. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=' as const;

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    sveltekit({
      // No `paths.origin`: one build answers on any hostname.
      adapter: adapter({ out: 'build', precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerStyle],
          'img-src': ['self', 'data:'],
          // A scan as PDF is shown in the page; every page of ours forbids to be framed.
          'frame-src': ['self'],
          'font-src': ['self'],
          // In development Vite tells of changes over a socket on a port of its own.
          'connect-src': command === 'serve' ? ['self', 'ws:'] : ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  build: {
    // A font or icon as data: would be counted in every page's style sheet.
    assetsInlineLimit: 0,
    // The server names what a page needs in its head; lists of it in the scripts as well would be loaded by every page for all others.
    modulePreload: { resolveDependencies: () => [] },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What a page loads anyway stands in few files: many small ones compress worse.
            codeSplitting: {
              groups: [
                {
                  name: 'runtime',
                  // But for what only pages of the office use of Svelte, and the modules that name everything.
                  test: /node_modules\/svelte\/src\/(?!reactivity\/(?!create)|internal\/client\/(index\.|dom\/elements\/bindings\/input))|@sveltejs\/kit\/src\/(?!runtime\/client\/(entry|payload))/,
                  priority: 3,
                },
                {
                  name: 'base',
                  test: /preload-helper|@lucide\/svelte\/dist\/(Icon\.|context|utils|icons\/(circle-alert|chevron-down)\.)|src\/lib\/((messages|format)\.ts|ui\/(Logo|Button|Failure)|frame\/Preferences|forms\/(Field|error-text)\.)/,
                  priority: 2,
                },
                {
                  name: 'frame',
                  test: /src\/lib\/frame\/(Frame|AccountMenu|SearchBox|destinations|news)/,
                  priority: 1,
                },
                {
                  name: 'forms',
                  test: /src\/lib\/(forms\/(Form|FormPage)\.|ui\/PageHeader)/,
                  priority: 1,
                },
                {
                  name: 'choices',
                  test: /src\/lib\/forms\/(options|Check|Choices)/,
                  priority: 1,
                },
                {
                  name: 'people',
                  test: /src\/lib\/forms\/(CitizenFields|ResidenceFields)/,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
  },
}));
