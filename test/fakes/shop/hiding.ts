import type { ShopPicture } from './pictures.ts'

/** One way in which a page shows a picture, and which product it shows. */
export interface HidingPlace {
  name: string
  /** The story of a picture with the same product. */
  product: string
  html: string
  /** Clicked instead of the whole element. */
  target?: string
  /** Chromium opens no context menu there. */
  firefoxOnly?: boolean
}

type AddressOf = (story: string, origin?: 'shop') => string

/**
 * All places where pictures hide. Each neighbour shows another product, so that a wrong picture is recognised by its
 * offers.
 */
export function hidingPlaces(addressOf: AddressOf, origin: string): HidingPlace[] {
  const fill = 'display:block;width:100%;height:100%'
  const layer = 'position:absolute;inset:0'
  const bag = addressOf('bag-cors')
  const cap = addressOf('cap-cors')
  const teddy = addressOf('teddy-cors')
  const watch = addressOf('watch-png')
  const shoe = addressOf('cors')
  return [
    {
      name: 'srcset',
      product: 'cors',
      html: `<img style="${fill}" src="${addressOf('shoe-small')}" srcset="${addressOf('shoe-small')} 300w, ${addressOf('shoe-large')} 1400w" sizes="200px">`,
    },
    { name: 'size-token', product: 'cors', html: `<img style="${fill}" src="${addressOf('shoe-small')}">` },
    {
      name: 'picture-element',
      product: 'webp',
      html: `<picture><source type="image/png" srcset="${watch}"><img style="${fill}" src="${bag}"></picture>`,
    },
    {
      name: 'own-origin',
      product: 'no-cors',
      html: `<img style="${fill}" src="${addressOf('no-cors', 'shop')}">`,
    },
    { name: 'blob', product: 'data', html: `<img style="${fill}" data-blob="${bag}">` },
    { name: 'input', product: 'css-background', html: `<input type="image" style="${fill}" src="${cap}">` },
    {
      name: 'svg-image',
      product: 'no-cors',
      html: `<svg viewBox="0 0 10 10" style="${fill}"><image href="${teddy}" width="10" height="10"/></svg>`,
    },
    {
      name: 'canvas',
      product: 'webp',
      html: `<canvas width="640" height="640" style="${fill}" data-draw="${watch}"></canvas>`,
    },
    {
      name: 'tainted-canvas',
      product: 'no-cors',
      html: `<canvas width="900" height="900" style="${fill}" data-taint="${addressOf('no-cors')}"></canvas>`,
    },
    { name: 'film', product: 'data', html: `<video muted style="${fill}" data-film="${bag}"></video>` },
    { name: 'poster', product: 'css-background', html: `<video style="${fill}" poster="${cap}"></video>` },
    {
      name: 'object',
      product: 'cors',
      html: `<object type="image/jpeg" style="${fill}" data="${shoe}"></object>`,
      firefoxOnly: true,
    },
    {
      name: 'background',
      product: 'no-cors',
      html: `<div style="${fill};background:url('${teddy}') center/contain no-repeat"></div>`,
    },
    {
      name: 'background-no-cors',
      product: 'css-background',
      html: `<div style="${fill};background:url('${addressOf('css-background')}') center/contain no-repeat"></div>`,
    },
    {
      name: 'image-set',
      product: 'webp',
      html: `<div style="${fill};background:image-set(url('${addressOf('webp')}') 1x, url('${watch}') 2x) center/contain no-repeat"></div>`,
    },
    {
      name: 'border-image',
      product: 'data',
      html: `<div style="${fill};box-sizing:border-box;border:100px solid;border-image:url('${bag}') 50%"></div>`,
    },
    {
      name: 'mask',
      product: 'css-background',
      html: `<div style="${fill};background:#a33;mask:url('${cap}') center/contain"></div>`,
    },
    {
      name: 'list-style',
      product: 'cors',
      html: `<ul style="margin:0;padding:0 0 0 60px;${fill};box-sizing:border-box;list-style:url('${shoe}')"><li style="height:60px">Item</li></ul>`,
      target: 'li',
    },
    {
      name: 'before',
      product: 'no-cors',
      html: `<style>.before::before{content:'';display:block;width:100%;height:100%;background:url('${teddy}') center/contain}</style><div class="before" style="${fill}"></div>`,
    },
    {
      name: 'after-content',
      product: 'webp',
      html: `<style>.after::after{content:url('${watch}')}</style><div class="after" style="${fill};overflow:hidden"></div>`,
    },
    { name: 'open-shadow', product: 'data', html: `<x-open data-mode="open" data-src="${bag}"></x-open>` },
    {
      name: 'closed-shadow',
      product: 'css-background',
      html: `<x-closed data-mode="closed" data-src="${cap}"></x-closed>`,
    },
    {
      name: 'overlay',
      product: 'cors',
      html: `<img style="${fill}" src="${shoe}"><div style="${layer};background:rgb(255 255 255/.01)"></div>`,
    },
    {
      name: 'link-overlay',
      product: 'no-cors',
      html: `<img style="${fill}" src="${teddy}"><a href="/#teddy" style="${layer}"></a>`,
    },
    {
      name: 'pointer-events',
      product: 'webp',
      html: `<div style="${fill}"><img style="${fill};pointer-events:none" src="${watch}"></div>`,
    },
    {
      name: 'blank-canvas',
      product: 'data',
      html: `<img style="${fill}" src="${bag}"><canvas width="200" height="200" style="${layer}"></canvas>`,
    },
    {
      name: 'cover',
      product: 'css-background',
      html: `<img style="${fill};object-fit:contain;padding:10px 40px;border:7px solid #ccc;box-sizing:border-box" src="${addressOf('css-background')}">`,
    },
    {
      name: 'own-frame',
      product: 'cors',
      html: '<iframe style="border:3px solid #888;width:194px;height:194px" src="/frame"></iframe>',
      target: 'iframe',
    },
    {
      name: 'srcdoc-frame',
      product: 'no-cors',
      html: `<iframe style="border:0;${fill}" srcdoc="<body style='margin:0;height:200px;background:url(${teddy}) center/contain no-repeat'>"></iframe>`,
      target: 'iframe',
    },
    {
      name: 'other-frame',
      product: 'cors',
      html: `<iframe style="border:3px solid #888;width:194px;height:194px" src="${origin}/frame"></iframe>`,
      target: 'iframe',
    },
    {
      name: 'several',
      product: 'webp',
      html: `<div style="${fill};background:url('${watch}') center 0/120px no-repeat, url('${teddy}') center/cover"></div>`,
    },
    {
      name: 'none',
      product: '',
      html: '<p style="margin:80px 0;text-align:center">Only words here</p>',
      target: 'p',
    },
  ]
}

/** Pictures that are drawn by script, with an element for each. */
export function hidingPage(pictures: ShopPicture[], origin: string): string {
  const places = hidingPlaces(addresses(pictures, origin), origin)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hiding places</title><style>
body{margin:0;padding:20px;font:14px Arial,sans-serif;background:#fff}
main{display:grid;grid-template-columns:repeat(5,200px);gap:40px}
section>div{position:relative;overflow:hidden;width:200px;height:200px}h2{font-size:12px;margin:0 0 4px}
</style></head><body><main>${places
    .map(({ name, html }) => `<section><h2>${name}</h2><div data-place="${name}">${html}</div></section>`)
    .join('')}</main><div style="height:600px"></div><script>
for (const [name, mode] of [['x-open', 'open'], ['x-closed', 'closed']])
  customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      this.style.cssText = 'display:block;width:100%;height:100%'
      this.attachShadow({ mode }).innerHTML = '<div style="width:200px;height:200px;background:url(' + this.dataset.src + ') center/contain no-repeat"></div>'
    }
  })
const bitmapOf = async (address) => createImageBitmap(await (await fetch(address)).blob())
const all = (name, work) => [...document.querySelectorAll('[data-' + name + ']')].map((element) => work(element, element.dataset[name]))
window.drawn = Promise.all([
  ...all('blob', async (image, address) => { image.src = URL.createObjectURL(await (await fetch(address)).blob()); await image.decode() }),
  ...all('draw', async (canvas, address) => canvas.getContext('2d').drawImage(await bitmapOf(address), 0, 0, 640, 640)),
  ...all('taint', async (canvas, address) => { const image = new Image(); image.src = address; await image.decode(); canvas.getContext('2d').drawImage(image, 0, 0, 900, 900) }),
  ...all('film', async (video, address) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 480
    const [context, bitmap] = [canvas.getContext('2d'), await bitmapOf(address)]
    context.drawImage(bitmap, 0, 0, 480, 480)
    video.srcObject = canvas.captureStream()
    setInterval(() => context.drawImage(bitmap, 0, 0, 480, 480), 100)
    await video.play()
  }),
]).then(() => { document.documentElement.dataset.drawn = '' })
</script></body></html>`
}

/** Contains a picture that only pages of its own host can read. */
export function framePage(pictures: ShopPicture[]): string {
  const shoe = pictures.find(({ story }) => story === 'cors')
  const data = `data:image/jpeg;base64,${shoe?.bytes.toString('base64')}`
  return `<!doctype html><body style="margin:0"><div style="width:100vw;height:100vh;background:url('${data}') center/contain no-repeat"></div>`
}

function addresses(pictures: ShopPicture[], origin: string): AddressOf {
  return (story, from) => {
    const found = pictures.find((each) => each.story === story)
    if (!found) throw new Error(`no picture ${story}`)
    return (from === 'shop' ? '' : origin) + found.path
  }
}

/** Plain colours next to each other at fractional positions: a crop that includes its surroundings shows it. */
export function edgesPage(pictures: ShopPicture[], origin: string): string {
  const picture = pictures.find(({ story }) => story === 'plain')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Edges</title></head>
<body style="margin:0;background:#00ff00;height:3000px"><p id="words" style="height:333.3px;margin:0">Some words</p>
<img data-edge="plain" src="${origin}${picture?.path}" style="display:block;margin-left:77.3px;width:301.7px;height:199.4px">
<input id="focus" style="margin:20px"></body></html>`
}
