import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'fflate'

const VIEWER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** The package that the page is made with, for who names the licences of what is in the worker. */
export const VIEWER_FILES = [join(VIEWER, 'swagger-ui-bundle.js'), join(VIEWER, 'swagger-ui.css')]

/**
 * The page that shows the interface's description to a person, and the files that it loads. They come from the worker itself: a page
 * where people paste keys loads nothing from elsewhere.
 */
export async function docsModule(): Promise<string> {
  const [script = '', style = ''] = await Promise.all(VIEWER_FILES.map((path) => readFile(path, 'utf8')))
  const files = {
    'viewer.js': ['text/javascript', script],
    'viewer.css': ['text/css', `${style}\n${OWN_STYLE}`],
    'start.js': ['text/javascript', START],
  }
  // Every start of the worker reads this module, even if nobody asks for the page: so packed, it is a third. Node's own gzip
  // does not give the same bytes on every system.
  const packed = Object.fromEntries(
    Object.entries(files).map(([name, [type = '', text = '']]) => [
      name,
      [type, Buffer.from(gzipSync(Buffer.from(text), { level: 9, mtime: 0 })).toString('base64')],
    ]),
  )
  return `export const page = ${JSON.stringify(pageWith(files))}\nexport const files = ${JSON.stringify(packed)}\n`
}

/** Each address changes with what is behind it, so that it can be cached for long. */
function pageWith(files: Record<string, string[]>): string {
  const address = (name: string) => {
    const hash = createHash('sha256').update(files[name]?.[1] ?? '')
    return `docs/${name}?${hash.digest('hex').slice(0, 16)}`
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Find on 1688: API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${address('viewer.css')}">
</head>
<body>
<main id="api"><p>The page needs JavaScript. The description itself is at <a href="openapi.json">openapi.json</a>.</p></main>
<script src="${address('viewer.js')}"></script>
<script src="${address('start.js')}"></script>
</body>
</html>
`
}

/** Dark where the system is. A key that is pasted is forgotten with the page, which can ask no other server. */
const START = `const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()
const url = 'openapi.json'
fetch(url)
  .then((response) => response.json())
  .then((description) => {
    const viewer = SwaggerUIBundle({
      spec: { ...description, servers: description.servers.slice(0, 1) },
      dom_id: '#api',
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      persistAuthorization: false,
      validatorUrl: null,
    })
    viewer.specActions.updateUrl(url)
  })
`

const OWN_STYLE = `body { margin: 0; background: #fff }
html.dark-mode body { background: #1c2022 }
#api > p { padding: 1rem; font: 1rem sans-serif }`
