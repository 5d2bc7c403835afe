import { cors, noCors, OTHER, type PicturePage } from './page.ts'
import { shapesOf } from './pictures.ts'

const SVG = 'image/svg+xml'
/** What may be said where no script of an extension runs. */
const CLOSED = ['page_closed']

/** The tab shows no web page. */
export const DOCUMENTS: PicturePage[] = [
  {
    name: 'svg-tab',
    like: 'an SVG file with width and height',
    type: SVG,
    html: `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 96 96">${shapesOf('teal')}</svg>`,
    click: 'svg',
    right: { colour: 'teal', least: [600, 600], capture: [400, 400] },
  },
  {
    name: 'svg-tab-view-box',
    like: 'an SVG file with a viewBox only, clicked on one of its shapes',
    type: SVG,
    html: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><g id="t">${shapesOf('orange')}</g></svg>`,
    click: 'rect',
    right: { colour: 'orange', least: [300, 300], capture: [300, 300], share: 0.6 },
  },
  {
    name: 'svg-tab-photo',
    like: 'an SVG file around a photo of another host, which browsers load in a tab but not in a picture',
    type: SVG,
    html: `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><rect width="500" height="500" fill="#fff"/><image href="${cors('red', 1000)}" x="50" y="50" width="400" height="400"/></svg>`,
    click: 'image',
    right: { colour: 'red', least: [1000, 1000], capture: [380, 380], share: 0.55 },
  },
  {
    name: 'svg-tab-drawing',
    like: 'an SVG file with a shape on white, clicked on the shape: the drawing is meant',
    type: SVG,
    html: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160"><rect width="240" height="160" fill="#fff"/><ellipse id="t" cx="120" cy="80" rx="70" ry="50" fill="rgb(42,157,58)"/></svg>',
    right: { middle: 'green', least: [300, 200], capture: [300, 200] },
  },
  {
    name: 'picture-tab',
    like: 'a picture in a tab, from a host without CORS',
    html: '',
    address: noCors('blue', 1600, 1200),
    click: 'img',
    right: { colour: 'blue', least: [1600, 1200] },
  },
  {
    name: 'picture-tab-webp',
    like: 'a small WebP picture in a tab',
    html: '',
    address: `${OTHER}/nocors/pink/400/300.webp`,
    click: 'img',
    right: { colour: 'pink', least: [400, 300] },
  },
  {
    name: 'pdf-tab',
    like: "a catalogue in the browser's PDF viewer",
    html: '',
    address: `${OTHER}/file/sheet.pdf`,
    click: 'html',
    right: { failures: CLOSED, area: true },
  },
  {
    name: 'json-tab',
    like: "an API's answer; Firefox shows it in a viewer of its own",
    type: 'application/json',
    html: JSON.stringify({ name: 'A bag', image: cors('red', 900), tags: ['bag', 'canvas'] }),
    click: 'body',
    right: { failures: CLOSED, area: true },
  },
  {
    name: 'text-tab',
    like: 'a plain text file',
    type: 'text/plain; charset=utf-8',
    html: 'A list of suppliers.\n'.repeat(30),
    click: 'pre',
    right: { failures: CLOSED, area: true },
  },
  {
    name: 'xml-tab',
    like: 'a feed, which browsers show as a tree',
    type: 'application/xml',
    html: `<?xml version="1.0"?><rss version="2.0"><channel><title>Bags</title><image><url>${cors('red', 900)}</url></image></channel></rss>`,
    click: '*',
    right: { failures: CLOSED, area: true },
  },
  {
    name: 'xhtml',
    like: 'a page that is XML: application/xhtml+xml',
    type: 'application/xhtml+xml',
    html: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A bag</title></head><body><div id="t" style="width:240px;height:240px;background:url('${cors('green', 1000)}') center/cover"></div></body></html>`,
    right: { colour: 'green', least: [1000, 1000] },
  },
  {
    name: 'browser-page',
    like: "one of the browser's own pages",
    html: '',
    address: { chromium: 'chrome://version', firefox: 'view-source:http://www.shop.test:PORT/page/text-tab' },
    click: 'body',
    right: { failures: CLOSED },
  },
]
