import { cors, noCors, type PicturePage } from './page.ts'

/** Only a part of the picture is seen, or it is turned. */
export const PARTS: PicturePage[] = [
  {
    name: 'sprite',
    like: 'colour swatches: a cell of a sheet by background-position',
    html: `<div id="t" style="width:300px;height:300px;background:url(${cors('sheet', 900)}) -600px -300px no-repeat"></div>`,
    right: { colour: 'teal', least: [290, 290], share: 0.95 },
  },
  {
    name: 'sprite-half-size',
    like: 'sheets for dense screens: background-size is half of the file',
    html: `<div id="t" style="width:200px;height:200px;background:url(${cors('sheet', 1200)}) 0 -400px/600px 600px no-repeat"></div>`,
    right: { colour: 'pink', least: [390, 390], share: 0.95 },
  },
  {
    name: 'sprite-without-cors',
    like: 'a sheet that nobody may read: the screen',
    html: `<div id="t" style="width:240px;height:240px;background:url(${noCors('sheet', 720)}) -240px -240px no-repeat"></div>`,
    right: { colour: 'violet', capture: [230, 230], least: [230, 230], share: 0.95 },
  },
  {
    name: 'sprite-percent',
    like: '360° viewers: background-size 300% and a position in per cent',
    html: `<div id="t" style="width:250px;height:250px;background:url(${cors('sheet', 1500)}) 50% 100%/300% 300% no-repeat"></div>`,
    right: { colour: 'brown', least: [490, 490], share: 0.95 },
  },
  {
    name: 'clipped-strip',
    like: 'older 360° viewers: a box that hides all of a strip but one frame',
    html: `<div id="t" style="position:relative;width:200px;height:200px;overflow:hidden"><img src="${cors('sheet', 1200)}" style="position:absolute;width:600px;height:600px;left:-400px;top:0"></div>`,
    right: { colour: 'blue', least: [390, 390], share: 0.95 },
  },
  {
    name: 'object-fit-none',
    like: 'icons and swatches: object-fit none with lengths',
    html: `<img id="t" src="${cors('sheet', 900)}" style="display:block;width:300px;height:300px;object-fit:none;object-position:0 -300px">`,
    right: { colour: 'yellow', least: [290, 290], share: 0.95 },
  },
  {
    name: 'object-position-right',
    like: 'object-fit none with an edge and a length',
    html: `<img id="t" src="${cors('sheet', 600)}" style="display:block;width:200px;height:200px;object-fit:none;object-position:right 0 bottom -200px">`,
    right: { colour: 'teal', least: [190, 190], share: 0.95 },
  },
  {
    name: 'clip-path',
    like: 'a comparison of two photos: clip-path hides most of one',
    html: `<img id="t" src="${cors('sheet', 900)}" style="display:block;width:300px;height:300px;clip-path:inset(0 0 66.7% 66.7%)">`,
    at: { x: 0.83, y: 0.17 },
    right: { colour: 'blue', least: [280, 280], share: 0.9 },
  },
  {
    name: 'svg-view',
    like: 'an SVG whose viewBox shows one cell of a sheet',
    html: `<svg id="t" viewBox="300 600 300 300" style="display:block;width:240px;height:240px"><image href="${cors('sheet', 900)}" width="900" height="900"/></svg>`,
    right: { colour: 'brown', least: [230, 230], capture: [230, 230], share: 0.95 },
  },
  {
    name: 'turned',
    like: 'a photo that the page turns upright',
    html: `<img id="t" src="${cors('quarters-red-green-blue-yellow', 800)}" style="display:block;width:240px;height:240px;transform:rotate(90deg)">`,
    right: { quarters: ['blue', 'red', 'yellow', 'green'], least: [800, 800] },
  },
  {
    name: 'mirrored',
    like: 'a try-on: the picture as in a mirror',
    html: `<div style="width:240px;transform:scaleX(-1)"><img id="t" src="${cors('quarters-red-green-blue-yellow', 900)}" style="display:block;width:240px;height:240px"></div>`,
    right: { quarters: ['green', 'red', 'yellow', 'blue'], least: [900, 900] },
  },
  {
    name: 'turned-background',
    like: 'rotate: 180deg on a background',
    html: `<div id="t" style="width:240px;height:240px;rotate:180deg;background:url(${cors('quarters-red-green-blue-yellow', 700)}) center/cover"></div>`,
    right: { quarters: ['yellow', 'blue', 'green', 'red'], least: [700, 700] },
  },
  {
    name: 'content-url',
    like: 'a <div> whose content is a picture',
    html: `<style>#t{content:url(${cors('orange', 1000)});display:block;width:240px;height:240px}</style><div id="t"></div>`,
    right: { colour: 'orange', least: [1000, 1000] },
  },
  {
    name: 'cover-whole',
    like: 'object-fit cover that hides a quarter: the picture stays whole',
    html: `<img id="t" src="${cors('green', 1200, 900)}" style="display:block;width:240px;height:240px;object-fit:cover">`,
    right: { colour: 'green', least: [1200, 900] },
  },
  {
    name: 'carousel-whole',
    like: 'a carousel that has scrolled the picture halfway out: it stays whole',
    html: `<div style="width:300px;height:240px;overflow:hidden;position:relative"><div style="position:absolute;left:-130px;display:flex;gap:10px"><img id="t" src="${cors('red', 1000)}" width="240" height="240"><img src="${cors('grey', 1000)}" width="240" height="240"></div></div>`,
    at: { x: 0.8, y: 0.5 },
    right: { colour: 'red', least: [1000, 1000] },
  },
  {
    name: 'cover-portrait-background',
    like: 'a background as cover in a wide box, which hides a third: the picture stays whole',
    html: `<div id="t" style="width:360px;height:240px;background:url(${cors('violet', 900)}) center/cover"></div>`,
    right: { colour: 'violet', least: [900, 900] },
  },
]
