import { cors, FILL, noCors, OTHER, type PicturePage, THIRD } from './page.ts'

/** A document of its own that shows a body, as the server's `/frame` gives it. */
const framed = (origin: string, body: string) => `${origin}/frame?body=${encodeURIComponent(body)}`
const background = (colour: string, side = 900) =>
  `<div style="height:100vh;background:url('${noCors(colour, side)}') center/cover"></div>`
const img = (colour: string) => `<img src="${noCors(colour, 900)}" style="${FILL};height:100vh">`
const frame = (src: string, more = '') =>
  `<iframe id="t" ${more} style="border:0;display:block;width:240px;height:240px" src="${src}"></iframe>`
const quoted = (body: string) => body.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
/** What the screen shows of a frame of 240×240. */
const SEEN: [number, number] = [200, 200]

/** The picture is in a frame, or in one inside that. */
export const FRAMES: PicturePage[] = [
  {
    name: 'frame-redirected',
    like: 'affiliate widgets: the frame answers with a redirect; another frame of the same size is beside it',
    html: `<div style="display:flex;gap:20px"><iframe style="border:0;width:240px;height:240px" src="${framed(OTHER, background('grey'))}"></iframe>${frame(framed(`${OTHER}/redirect`, background('violet')))}</div>`,
    right: { colour: 'violet', capture: SEEN, least: [900, 900] },
  },
  {
    name: 'frame-nested',
    like: 'advertisements: a frame of one host in a frame of another, away from its corner',
    html: `${frame(framed(OTHER, `<p style="margin:0;height:30px">Sponsored</p><iframe style="border:0;margin-left:20px;width:200px;height:200px" src="${framed(THIRD, background('teal'))}"></iframe>`))}`,
    at: { x: 0.5, y: 0.6 },
    // Of frames that cannot be entered, only the place of the outermost is known.
    right: { colour: 'teal', capture: [170, 170], least: [900, 900], share: 0.65 },
  },
  {
    name: 'frame-sandboxed',
    like: 'previews: a sandboxed srcdoc without scripts',
    html: `<iframe id="t" sandbox style="border:4px solid #ccc;display:block;width:240px;height:240px" srcdoc="${quoted(`<body style="margin:0">${img('red')}</body>`)}"></iframe>`,
    right: { colour: 'red', capture: SEEN, least: [900, 900] },
  },
  {
    name: 'frame-srcdoc-in-frame',
    like: 'widgets: srcdoc inside a frame of another host',
    html: frame(
      framed(
        OTHER,
        `<iframe style="border:0;width:100%;height:240px" srcdoc="${quoted(background('orange'))}"></iframe>`,
      ),
    ),
    // With the white margin of the inner document.
    right: { colour: 'orange', capture: SEEN, least: [900, 900], share: 0.7 },
  },
  {
    name: 'frame-sandboxed-own',
    like: 'page builders: a sandboxed frame of the same host',
    html: frame(framed('', background('green')), 'sandbox="allow-scripts"'),
    right: { colour: 'green', capture: SEEN, least: [900, 900] },
  },
  {
    name: 'frame-player',
    like: 'an embedded player: poster as background, a layer and a button over it',
    html: frame(
      framed(
        OTHER,
        `<div style="position:relative;height:240px"><div style="position:absolute;inset:0;background:url('${noCors('blue', 1280, 720)}') center/cover"></div><div style="position:absolute;inset:0;background:linear-gradient(rgba(0,0,0,.2),transparent)"></div><button style="position:absolute;left:100px;top:105px;width:40px;height:30px;border:0;background:#c00"></button></div>`,
      ),
    ),
    at: { x: 0.3, y: 0.75 },
    right: { colour: 'blue', capture: SEEN, least: [900, 700], share: 0.75 },
  },
  {
    name: 'frame-scaled',
    like: 'theme previews: a frame that is shown at half its size',
    html: `<div style="width:240px;height:240px;overflow:hidden"><iframe id="t" style="border:0;width:480px;height:480px;transform:scale(.5);transform-origin:0 0" src="${framed(OTHER, background('pink'))}"></iframe></div>`,
    right: { colour: 'pink', capture: SEEN, least: [900, 900] },
  },
  {
    name: 'frame-scrolled',
    like: 'a shop in a frame that is scrolled: the picture is far down its document',
    html: `${frame(framed(OTHER, `<div style="height:700px;background:#ddd"></div><img src="${cors('brown', 1000)}" style="display:block;width:200px;height:200px"><div style="height:300px"></div><script>scrollTo(0,690)</script>`))}`,
    at: { x: 0.35, y: 0.45 },
    right: { colour: 'brown', least: [1000, 1000], capture: [180, 180] },
  },
  {
    name: 'frame-own-img',
    like: 'a frame of the same host with a readable picture',
    html: frame(framed('', `<img src="${cors('yellow', 1000)}" style="${FILL};height:240px">`)),
    right: { colour: 'yellow', least: [1000, 1000] },
  },
  {
    name: 'frame-written',
    like: 'older widgets: a script writes into about:blank',
    html: `<iframe id="t" style="border:0;display:block;width:240px;height:240px"></iframe><script>const doc=document.getElementById('t').contentDocument;doc.open();doc.write('<body style="margin:0"><div style="height:240px;background:url(${cors('red', 1100)}) center/cover"></div>');doc.close()</script>`,
    right: { colour: 'red', least: [1100, 1100] },
  },
  {
    name: 'frame-blob',
    like: 'editors: a document that a script made, as a blob',
    html: `${frame('')}<script>document.getElementById('t').src=URL.createObjectURL(new Blob(['<body style="margin:0">${background('violet').replaceAll("'", '')}'],{type:'text/html'}))</script>`,
    right: { colour: 'violet', capture: SEEN, least: [900, 900] },
  },
]
