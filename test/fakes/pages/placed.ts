import { COLOURS, type ColourName } from './colours.ts'
import { cors, noCors } from './page.ts'

/** A way in which a page shows a part of a picture, or turns it, and what has to be sent. */
export interface PlacedPicture {
  name: string
  html: string
  colour?: ColourName
  quarters?: [ColourName, ColourName, ColourName, ColourName]
  /** Of the picture that is sent, before it is reduced. */
  from: [width: number, height: number]
  how?: 'capture'
  /** How much of it has the colour; all but the seams by default. */
  share?: number
  /** The whole picture, as if the page showed nothing else. */
  whole?: true
  /** Where it is clicked in its box, from 0 to 1. */
  at?: { x: number; y: number }
  only?: 'chromium'
}

const SHAPES = (['red', 'green', 'blue', 'yellow'] as const)
  .map(
    (name, at) =>
      `<rect x="${(at % 2) * 10}" y="${at < 2 ? 0 : 10}" width="10" height="10" fill="rgb(${COLOURS[name].join(' ')})"/>`,
  )
  .join('')
const QUARTERS = 'quarters-red-green-blue-yellow'
const QUARTERS_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">${SHAPES}</svg>`
const window = (width: number, style = '') =>
  `position:relative;width:${width}px;height:${width}px;overflow:hidden;${style}`
const background = (style: string, more = '') =>
  `<div id="t" style="width:200px;height:200px;background:${style};${more}"></div>`

const BACKGROUNDS: PlacedPicture[] = [
  {
    name: 'a position from the far edges',
    html: background(
      `url(${cors('sheet', 900)}) right -10px bottom -10px no-repeat`,
      'width:280px;height:280px',
    ),
    colour: 'orange',
    from: [280, 280],
  },
  {
    name: 'a calculated position',
    html: background(
      `url(${cors('sheet', 900)}) calc(50% + 5px) calc(0% - 305px) no-repeat`,
      'width:290px;height:290px',
    ),
    colour: 'violet',
    from: [290, 290],
  },
  {
    name: 'a background that begins at the content box',
    html: background(
      `url(${cors('sheet', 900)}) -200px 0/600px no-repeat content-box`,
      'border:20px solid #ccc;padding:10px',
    ),
    colour: 'green',
    from: [300, 300],
  },
  {
    name: 'a repeated sheet that is moved the other way',
    html: background(`url(${cors('sheet', 600)}) 400px 200px`),
    colour: 'brown',
    from: [200, 200],
  },
  {
    name: 'a set whose sheets are for denser screens',
    html: background(
      `image-set(url(${cors('sheet', 600)}) 1x, url(${cors('sheet', 1200)}) 2x) -200px -200px no-repeat`,
    ),
    colour: 'violet',
    from: [400, 400],
  },
  {
    name: 'the lower of two layers',
    html: background(
      `linear-gradient(#0000, #0000), url(${cors('sheet', 900)}) -600px 0/auto 900px no-repeat`,
      'width:300px;height:300px',
    ),
    colour: 'blue',
    from: [300, 300],
  },
  {
    name: 'a pseudo-element with a sheet',
    html: `<style>#t::before{content:"";position:absolute;inset:10px;background:url(${cors('sheet', 900)}) 0 -600px no-repeat}</style><div id="t" style="position:relative;width:310px;height:310px"></div>`,
    colour: 'pink',
    from: [290, 290],
  },
  {
    name: 'a sprite in a page with zoom and a scaled box',
    html: `<div style="zoom:1.5"><div style="transform:scale(.8);transform-origin:0 0">${background(`url(${cors('sheet', 600)}) -400px -400px no-repeat`)}</div></div>`,
    colour: 'orange',
    from: [200, 200],
  },
  {
    name: 'a sprite that nobody may read, behind a border',
    html: background(
      `url(${noCors('sheet', 720)}) -250px -10px no-repeat padding-box`,
      'border:15px solid #000',
    ),
    colour: 'green',
    from: [200, 200],
    how: 'capture',
  },
  {
    name: 'a contained background that nobody may read',
    html: background(`#000 url(${noCors('pink', 500, 250)}) center/contain no-repeat`),
    colour: 'pink',
    from: [200, 100],
    how: 'capture',
  },
  {
    name: 'a small tile',
    html: background(`url(${cors('teal', 120)}) 30px 50px`, 'width:400px'),
    colour: 'teal',
    from: [120, 120],
    whole: true,
  },
  {
    name: 'a background as cover in a wide box',
    html: background(`url(${cors('brown', 800, 600)}) center/cover`, 'width:360px'),
    colour: 'brown',
    from: [800, 600],
    whole: true,
  },
]

const WINDOWS: PlacedPicture[] = [
  {
    name: 'negative margins, and a larger version',
    html: `<div id="t" style="${window(200, 'border-radius:12px')}"><img src="${cors('sheet', 600)}" srcset="${cors('sheet', 600)} 600w, ${cors('sheet', 1200)} 1200w" sizes="300px" style="width:600px;height:600px;max-width:none;margin:-200px 0 0 -200px"></div>`,
    colour: 'violet',
    from: [400, 400],
  },
  {
    name: 'a strip that a transform moves',
    html: `<div id="t" style="${window(300)}"><img src="${cors('sheet', 900)}" style="display:block;transform:translate(-66.6667%,0)"></div>`,
    colour: 'blue',
    from: [300, 300],
  },
  {
    name: 'content of a pseudo-element behind a window',
    html: `<style>#t::before{content:url(${cors('sheet', 600)});position:absolute;left:-400px;top:-200px}</style><div id="t" style="${window(200)}"></div>`,
    colour: 'teal',
    from: [200, 200],
  },
  {
    name: 'content that nobody has sized, larger than its box',
    html: `<style>#t::after{content:url(${cors('pink', 900)})}</style><div id="t" style="${window(240)}"></div>`,
    colour: 'pink',
    from: [900, 900],
    whole: true,
  },
  {
    name: 'the older clip',
    html: `<div style="position:relative;height:900px"><img id="t" src="${cors('sheet', 900)}" style="position:absolute;clip:rect(300px,600px,600px,300px)"></div>`,
    colour: 'violet',
    from: [300, 300],
  },
  {
    name: 'a polygon',
    html: `<img id="t" src="${cors('sheet', 900)}" style="display:block;width:450px;clip-path:polygon(0 0,33.33% 0,33.33% 33.33%,0 33.33%)">`,
    colour: 'red',
    from: [300, 300],
    at: { x: 0.16, y: 0.16 },
  },
  {
    name: 'object-fit none with a calculated position, padding and a border',
    html: `<img id="t" src="${cors('sheet', 900)}" style="display:block;box-sizing:content-box;width:280px;height:280px;padding:20px;border:5px solid #000;object-fit:none;object-position:calc(100% + 0px) 50%">`,
    colour: 'teal',
    from: [280, 280],
  },
  {
    name: 'object-fit none that nobody may read',
    html: `<img id="t" src="${noCors('sheet', 600)}" style="display:block;box-sizing:content-box;width:190px;height:190px;padding:20px;border:5px solid #000;background:#000;object-fit:none;object-position:left -5px bottom -5px">`,
    colour: 'pink',
    from: [190, 190],
    how: 'capture',
  },
  {
    name: 'a view box of the picture',
    html: `<img id="t" src="${cors('sheet', 900)}" style="display:block;width:200px;height:200px;object-view-box:inset(66.67% 66.67% 0% 0%)">`,
    colour: 'pink',
    from: [300, 300],
    only: 'chromium',
  },
  {
    name: 'an SVG image that is sliced',
    html: `<svg id="t" viewBox="0 0 300 60" style="display:block;width:450px"><image href="${cors('flat-orange', 700)}" width="300" height="60" preserveAspectRatio="xMidYMin slice"/></svg>`,
    colour: 'orange',
    from: [700, 140],
  },
  {
    name: 'a view of a drawing',
    html: `<img id="t" src="data:image/svg+xml,${encodeURIComponent(QUARTERS_SVG)}#svgView(viewBox(10,0,10,10))" style="display:block;width:240px;height:240px">`,
    colour: 'green',
    from: [240, 240],
    how: 'capture',
  },
  {
    name: 'a slide that a carousel has moved',
    html: `<div id="t" style="${window(300, 'height:240px')}"><div style="display:flex;transform:translateX(-120px)"><img src="${cors('red', 900)}" width="300" height="240"><img src="${cors('grey', 900)}" width="300" height="240"></div></div>`,
    colour: 'red',
    from: [900, 900],
    whole: true,
    at: { x: 0.3, y: 0.5 },
  },
  {
    name: 'a large picture that scrolls in its box',
    html: `<div id="t" style="${window(200, 'overflow:auto')}"><img src="${cors('green', 800)}" style="display:block;width:800px"></div>`,
    colour: 'green',
    from: [800, 800],
    whole: true,
  },
  {
    name: 'a tall photo in a card',
    html: `<div id="t" style="${window(240)}"><img src="${cors('violet', 800, 1200)}" style="display:block;width:100%"></div>`,
    colour: 'violet',
    from: [800, 1200],
    whole: true,
  },
]

const TURNED: PlacedPicture[] = [
  {
    name: 'a quarter turn to the left of a wide picture',
    html: `<div style="height:320px;padding-top:60px"><img id="t" src="${cors(QUARTERS, 800, 400)}" style="display:block;width:240px;height:120px;rotate:-90deg"></div>`,
    quarters: ['green', 'yellow', 'red', 'blue'],
    from: [400, 800],
  },
  {
    name: 'upside down, as in the mirror of water',
    html: `<img id="t" src="${cors(QUARTERS, 600)}" style="display:block;width:240px;transform:scaleY(-1)">`,
    quarters: ['blue', 'yellow', 'red', 'green'],
    from: [600, 600],
  },
  {
    name: 'a mirrored part of a sheet',
    html: `<div style="transform:scaleX(-1);width:300px">${background(`url(${cors('sheet', 900)}) -450px -150px no-repeat`, 'width:300px;height:300px')}</div>`,
    quarters: ['blue', 'green', 'teal', 'violet'],
    from: [300, 300],
  },
  {
    name: 'a turn of 30 degrees, with white corners',
    html: `<div style="padding:60px"><img id="t" src="${cors('flat-red', 700)}" style="display:block;width:240px;rotate:30deg"></div>`,
    colour: 'red',
    from: [957, 957],
    share: 0.5,
  },
  {
    name: 'a decorative tilt',
    html: `<div style="padding:20px"><img id="t" src="${cors('pink', 700)}" style="display:block;width:240px;transform:rotate(-6deg)"></div>`,
    colour: 'pink',
    from: [700, 700],
    whole: true,
  },
  {
    name: 'the back of a card that was turned over',
    html: `<div style="width:240px;height:240px;transform-style:preserve-3d;transform:rotateY(180deg)"><img id="t" src="${cors(QUARTERS, 700)}" style="display:block;width:240px;backface-visibility:hidden;transform:rotateY(180deg)"></div>`,
    quarters: ['red', 'green', 'blue', 'yellow'],
    from: [700, 700],
    whole: true,
  },
]

export const PLACED = [...BACKGROUNDS, ...WINDOWS, ...TURNED]
