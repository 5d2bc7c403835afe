import { cors, FILL, noCors, OTHER, type PicturePage, THIRD } from './page.ts'

/** A document of its own that shows a body, as the server's `/frame` gives it. */
const framed = (origin: string, body: string) => `${origin}/frame?body=${encodeURIComponent(body)}`
const background = (colour: string, side = 900) =>
  `<div style="height:100vh;background:url('${noCors(colour, side)}') center/cover"></div>`
const img = (colour: string) => `<img src="${noCors(colour, 900)}" style="${FILL};height:100vh">`
const frame = (src: string, more = '') =>
  `<iframe id="t" ${more} style="border:0;display:block;width:240px;height:240px" src="${src}"></iframe>`
/** Another frame beside the one that is clicked: it must not be taken for it. */
const decoy = `<iframe style="border:0;width:240px;height:240px" src="${framed(OTHER, background('grey'))}"></iframe>`
const redirected = (colour: string) => framed(`${OTHER}/redirect`, background(colour))
/** Shows the picture that the frame's name says. */
const named = framed(
  OTHER,
  `<script>document.write('<div style="height:100vh;background:url(${OTHER}/nocors/'+name+'/900/900) center/cover"></div>')</script>`,
)
/** A picture that cannot be read, 60 px from the corner of a frame of the page's own host. */
const off = (colour: string, side: number) =>
  framed(
    '',
    `<div style="padding:60px 0 0 60px"><div style="width:${side}px;height:${side}px;background:url('${noCors(colour, 900)}') center/cover"></div></div>`,
  )
const SMALL = 'border:0;display:block;width:220px;height:220px'
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
  {
    name: 'frame-frameset',
    like: 'old catalogues: a frameset',
    type: 'text/html; charset=utf-8',
    html: `<html><head><title>Catalogue</title></head><frameset cols="50%,50%"><frame src="${framed(OTHER, background('grey'))}"><frame id="t" src="${redirected('violet')}"></frameset></html>`,
    right: { colour: 'violet', capture: [300, 300] },
  },
  {
    name: 'frame-twice',
    like: 'advertisements: the same address twice, and the smaller one is clicked',
    html: `<div style="display:flex;gap:20px"><iframe name="red" style="border:0;width:240px;height:240px" src="${named}"></iframe><iframe id="t" name="blue" style="${SMALL}" src="${named}"></iframe></div>`,
    right: { colour: 'blue', capture: SEEN },
  },
  {
    name: 'frame-closed-shadow',
    like: 'payment and review widgets: a component with a closed shadow root holds the frame',
    html: `${decoy}<div id="t" style="width:220px;height:220px"></div><script>document.getElementById('t').attachShadow({mode:'closed'}).innerHTML='<iframe style="${SMALL}" src="${redirected('green').replaceAll("'", '%27')}"></iframe>'</script>`,
    right: { colour: 'green', capture: SEEN },
  },
  {
    name: 'frame-object',
    like: 'old widgets: an object instead of a frame, redirected',
    html: `${decoy}<object id="t" type="text/html" style="${SMALL}" data="${redirected('teal')}"></object>`,
    right: { colour: 'teal', capture: SEEN },
  },
  {
    name: 'frame-embed',
    like: 'old widgets: an embed instead of a frame, redirected',
    html: `${decoy}<embed id="t" type="text/html" style="${SMALL}" src="${redirected('pink')}">`,
    right: { colour: 'pink', capture: SEEN },
  },
  {
    name: 'frame-own-holds-others',
    like: 'page builders: a frame of the same host with two of another, of which the second is clicked',
    html: `<iframe id="t" style="border:5px solid #000;width:500px;height:300px" src="${framed('', `<div style="padding:20px;display:flex;gap:10px"><iframe style="${SMALL};width:200px" src="${framed(OTHER, background('grey'))}"></iframe><iframe style="${SMALL};width:200px" src="${redirected('orange')}"></iframe></div>`)}"></iframe>`,
    at: { x: 0.65, y: 0.4 },
    right: { colour: 'orange', capture: [180, 180] },
  },
  {
    name: 'frame-padded-own',
    like: 'a frame of the same host with padding, and a picture that cannot be read away from its corner',
    html: `<iframe id="t" style="border:0;padding:40px;width:300px;height:300px" src="${off('brown', 200)}"></iframe>`,
    at: { x: 0.6, y: 0.6 },
    right: { colour: 'brown', capture: [180, 180], share: 0.97 },
  },
  {
    name: 'frame-scaled-own',
    like: 'theme previews: the same, with a border, at 60 %',
    html: `<div style="transform:scale(.6);transform-origin:0 0;height:300px"><iframe id="t" style="border:10px solid #000;padding:30px;width:400px;height:400px" src="${off('blue', 300)}"></iframe></div>`,
    at: { x: 0.6, y: 0.6 },
    right: { colour: 'blue', capture: [160, 160], share: 0.97 },
  },
  {
    name: 'frame-zoomed-own',
    like: 'the same, enlarged by the style `zoom`',
    html: `<iframe id="t" style="border:0;width:240px;height:240px;zoom:1.5" src="${off('red', 150)}"></iframe>`,
    at: { x: 0.6, y: 0.6 },
    right: { colour: 'red', capture: [200, 200], share: 0.97 },
  },
  {
    name: 'frame-whole-tab',
    like: "a shop's administration: an app of another host in a frame over the whole tab",
    html: `<iframe id="t" style="border:0;position:fixed;inset:0;width:100vw;height:100vh" src="${framed(OTHER, img('blue').replace('width:100%', 'width:300px').replace(';height:100vh', ''))}"></iframe>`,
    at: { x: 0.1, y: 0.2 },
    // Most of the tab is not the picture: its host has to be allowed, or a screenshot to be cropped.
    right: { failures: ['picture_unreadable'] },
  },
]
