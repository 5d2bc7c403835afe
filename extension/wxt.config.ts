import { join } from 'node:path'
import { defineConfig, type WxtViteConfig } from 'wxt'
import project from '../package.json' with { type: 'json' }
import { makeReproducible } from './reproducible-zip.ts'
import { minifyAgain } from './vite-plugins/minify-again.ts'
import { stripJsdocTypes } from './vite-plugins/strip-jsdoc-types.ts'
import { collectModules, THIRD_PARTY, thirdPartyNotices } from './vite-plugins/third-party.ts'

/**
 * The app with everything it always needs is one file: a popup of thirty files takes longer to open than to run. The
 * loader stays in a file of its own; otherwise a page would not count as loaded, nor be shown, until all of it is there.
 */
const CHUNKS = [
  { name: 'load', test: /preload-helper/, priority: 2 },
  // What reads answers is needed by parts that come later, and not to show what is stored.
  { name: 'schemas', test: /[\\/]valibot[\\/]/, priority: 2 },
  // The rows of offers, and what prices them: nothing needs it before there are offers.
  { name: 'offers', test: /[\\/]ui[\\/]results[\\/]loaded-offers\.tsx$/, priority: 0 },
  { name: 'app', test: /[\\/]ui[\\/]shell[\\/]app\.tsx$/, priority: 1 },
]

type Options = NonNullable<NonNullable<WxtViteConfig['build']>['rolldownOptions']>

function mergedWith(options: Options = {}): Options {
  return { ...options, output: { ...options.output, codeSplitting: { groups: CHUNKS } } }
}

const modules = new Set<string>()

// Only permissions that install without a warning, and no host permission: a test reads the built manifests.
export default defineConfig({
  srcDir: 'src',
  publicDir: 'public',
  imports: false,
  manifestVersion: 3,
  outDir: process.env.FIND_ON_1688_OUT_DIR ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({
    // What a build contains is in the sources, and not in a file that only one machine has.
    envDir: false,
    // Every browser from the floor on knows it.
    build: { modulePreload: { polyfill: false } },
    plugins: [stripJsdocTypes(), minifyAgain(), collectModules(modules)],
  }),
  hooks: {
    // Copied once everything is bundled.
    'build:publicAssets': ({ config }, files) => {
      files.push({ relativeDest: THIRD_PARTY, contents: thirdPartyNotices(modules) })
      files.push({ relativeDest: 'LICENSE.txt', absoluteSrc: join(config.root, '..', 'LICENSE') })
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // Background and page script are one file each.
      if (!entrypoints.some(({ name }) => name === 'popup')) return
      config.build = { ...config.build, rolldownOptions: mergedWith(config.build?.rolldownOptions) }
    },
    'zip:extension:done': (_, file) => makeReproducible(file),
    'zip:sources:done': (_, file) => makeReproducible(file),
  },
  zip: {
    name: 'find-on-1688',
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // What it takes to build the same files again, and to run a proxy to try them with. WXT leaves out what a dot hides,
    // node_modules and tests.
    sourcesRoot: join(import.meta.dirname, '..'),
    includeSources: [
      '{SOURCES,README,PRIVACY}.md',
      'LICENSE',
      'package.json',
      'pnpm-{lock,workspace}.yaml',
      'pnpmfile.cjs',
      'tsconfig.base.json',
      '{extension,shared,test,worker}/**',
    ],
    excludeSources: ['**/dist/**', 'worker/src/generated/*.js', '**/*.{log,zip,pem,key,env}'],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    version: project.version,
    description: '__MSG_description__',
    default_locale: 'en',
    homepage_url: project.homepage,
    permissions: [
      'activeTab',
      // The same menu: under its own name for the API, Firefox gives more click data.
      browser === 'firefox' ? 'menus' : 'contextMenus',
      // Firefox's background has a document of its own.
      ...(browser === 'firefox' ? [] : ['offscreen']),
      'scripting',
      'storage',
    ],
    // Asked for by a button, for one site or for those that a product list names, and given back in the options.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: {
      'pick-area': { description: '__MSG_pickArea__', suggested_key: { default: 'Alt+Shift+1' } },
      'search-pointed': { description: '__MSG_searchPointed__', suggested_key: { default: 'Alt+Shift+2' } },
      'find-all': { description: '__MSG_findAll__', suggested_key: { default: 'Alt+Shift+3' } },
    },
    action: { default_title: '__MSG_name__' },
    // Firefox's default would turn the address of a proxy on this very machine into https.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            // No gecko_android: Firefox for Android has no menus, so nothing could be right-clicked there.
            gecko: {
              id: project.geckoId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['websiteContent', 'searchTerms'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
})
