/*
 * Imports point one way: a room may import the rooms below it in these lists, never those above. ARCHITECTURE.md says what
 * each room is for. `npm run check` checks it, and reports circular imports and imports that cannot be resolved.
 */

const EXTENSION = [
  'entrypoints',
  'ui',
  'background',
  'session',
  'batch',
  'evidence',
  'export',
  'photo-match',
  'region',
  'db',
  'api',
  'image',
  'content',
  'pricing',
  'i18n',
  'listing',
  'image-url',
  'dom',
  'model',
  'async',
]

const UI = [
  'shell',
  'actions',
  'options',
  'first-run',
  'connection',
  'batch',
  'desk',
  'offer-page',
  'supplier',
  'watch',
  'contact',
  'offer-pictures',
  'shortlist',
  'history',
  'compare',
  'evidence',
  'photo-reuse',
  'export',
  'results',
  'margin',
  'gallery',
  'sent-picture',
  'changes',
  'region',
  'upload',
  'offer',
  'photo-match',
  'components',
  'state',
  'format',
]

const WORKER = [
  'index',
  'app',
  'routes',
  'lazy-modules',
  'generated',
  'mcp',
  'http',
  'app-env',
  'app-keys',
  'bindings',
  'dispatch',
  'clients',
  'cache',
  'metrics',
  'rates',
  'evidence',
  'providers',
  'tokens',
  'gateway',
  'config',
  'env-vars',
  'kv',
  'schema',
  'hash',
  'bytes',
  'recent',
  'unexpected',
  'read-stream',
  'abort-after',
]

const TEST = [
  'scripts',
  'build-output',
  'repository',
  'mutations',
  'research',
  'e2e',
  'integration',
  'images',
  'fakes',
  'deploy',
  'start',
  'serve',
  'match',
  'verify',
  'tools',
]

const TESTS = String.raw`(\.test\.ts|/testing/)`

/** No room imports one above it. */
function downwards(folder, rooms) {
  return rooms.slice(1).map((room, index) => ({
    name: `${folder}/${room} imports nothing above it`,
    severity: 'error',
    from: { path: `^${folder}/${room}(/|\\.tsx?$)`, pathNot: TESTS },
    to: { path: `^${folder}/(${rooms.slice(0, index + 1).join('|')})(/|\\.tsx?$)`, pathNot: TESTS },
  }))
}

/** A new folder has to take its place in the list. */
function placed(folder, rooms) {
  return {
    name: `every folder of ${folder} is in the order`,
    severity: 'error',
    from: { path: `^${folder}/(?!(${rooms.join('|')}|testing|node_modules)/)[^/]+/` },
    to: {},
  }
}

/** `from` and `to` are paths as regular expressions. */
function never(name, from, to, comment) {
  return { name, comment, severity: 'error', from: { path: from, pathNot: TESTS }, to: { path: to } }
}

export default {
  forbidden: [
    { name: 'no circular imports', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every import can be resolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },

    never('shared knows neither side', '^shared/', '^(extension|worker|test)/'),
    never(
      'the extension knows the contract, not the worker',
      '^extension/',
      '^(worker|test)/',
      'Not even a type: what both sides agree on is data in shared/.',
    ),
    never('the worker does not know the extension', '^worker/', '^(extension|test)/'),
    never('what ships uses no test code', '^(extension|worker|shared)/src/', '/testing/'),

    placed('extension/src', EXTENSION),
    placed('extension/src/ui', UI),
    placed('worker/src', WORKER),
    placed('test', TEST),
    ...downwards('extension/src', EXTENSION),
    ...downwards('extension/src/ui', UI),
    ...downwards('worker/src', WORKER),
    ...downwards('test', TEST),
    never(
      'the background runs no view and no page script',
      '^extension/src/(background|session)/',
      '^extension/src/(ui|content|listing|dom)/',
    ),
    never('views run no page script', '^extension/src/ui/', '^extension/src/(content|listing|dom)/'),
    never(
      'the page script stays small and sends no requests',
      '^extension/src/(content|listing|dom)/',
      '^extension/src/(?!content|listing|dom|image-url|model|async)',
      'It is injected into pages: each page loads everything that it imports.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^|/)(\.wxt|\.output|\.cache)/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['types', 'import', 'default'],
    },
  },
}
