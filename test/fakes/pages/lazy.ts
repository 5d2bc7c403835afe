import { standIn } from './files.ts'
import { CLEAR_GIF, cors, FILL, LAYER, noCors, OTHER, type PicturePage } from './page.ts'

const cdn = (name: string) => `http://cdn.shopify.com:PORT/s/files/1/0533/2089/products/${name}`
const [yellowStandIn, tealStandIn] = await Promise.all([standIn('yellow'), standIn('teal')])
const BOX = 'display:block;width:240px;height:240px'
const NOT_LOADED = ['picture_not_loaded', 'picture_empty']

/** The picture that is meant is not loaded yet: something stands in for it. */
export const LAZY: PicturePage[] = [
  {
    name: 'debut-widths',
    like: 'Shopify Debut with lazysizes: a small one is shown, the address of the others is a template',
    html: `<img id="t" class="grid-view-item__image lazyload" src="${cdn('lampgreenw1600h1600_50x50.jpg')}?v=15" data-src="${cdn('lampgreenw1600h1600_{width}x.jpg')}?v=15" data-widths="[180,360,540,720,900,1080,1296,1512]" data-aspectratio="1" data-sizes="auto" style="${BOX};filter:blur(5px)">`,
    right: { colour: 'green', least: [1512, 1512] },
  },
  {
    name: 'lozad-background',
    like: 'lozad: a <div> with data-background-image, grey until it is loaded',
    html: `<div id="t" class="lozad" data-background-image="${cors('blue', 1200)}" style="${BOX};background:#ddd"></div>`,
    right: { colour: 'blue', least: [1200, 1200] },
  },
  {
    name: 'wp-rocket',
    like: 'WP Rocket: an empty SVG, data-lazy-src and data-lazy-srcset, and a <noscript>',
    html: `<img id="t" src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%20600%20600'%3E%3C/svg%3E" width="600" height="600" data-lazy-srcset="${cors('red', 600)} 600w, ${cors('red', 1400)} 1400w" data-lazy-sizes="(max-width: 600px) 100vw, 600px" data-lazy-src="${cors('red', 600)}" style="${BOX}"><noscript><img src="${cors('red', 600)}" srcset="${cors('red', 600)} 600w, ${cors('red', 1400)} 1400w"></noscript>`,
    right: { colour: 'red', least: [1400, 1400] },
  },
  {
    name: 'noscript-only',
    like: 'older lazy loaders: the address is in a <noscript> only',
    html: `<div class="box"><img id="t" class="lazy" src="${OTHER}/cors/flat-grey/1/1.gif" style="${FILL}"><noscript><img src="${cors('violet', 1100)}" alt="A chair"></noscript></div>`,
    right: { colour: 'violet', least: [1100, 1100] },
  },
  {
    name: 'next-legacy',
    like: 'Next.js 11: a clear GIF with <noscript>, both in a <span>',
    html: `<span style="position:relative;${BOX};overflow:hidden"><img id="t" alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async" data-nimg="fill" style="${LAYER};width:100%;height:100%;object-fit:cover"><noscript><img srcset="/_next/image?url=%2Fphotos%2Fpink.jpg&amp;w=640&amp;q=75 640w, /_next/image?url=%2Fphotos%2Fpink.jpg&amp;w=1080&amp;q=75 1080w" src="/_next/image?url=%2Fphotos%2Fpink.jpg&amp;w=1080&amp;q=75" loading="lazy"></noscript></span>`,
    right: { colour: 'pink', least: [1080, 1080] },
  },
  {
    name: 'gatsby-blur-up',
    like: 'gatsby-image: a blurred picture of 20 pixels below one that is not loaded and not seen yet',
    html: `<div class="gatsby-image-wrapper box"><img aria-hidden="true" src="${yellowStandIn}" style="${LAYER};width:100%;height:100%;object-fit:cover"><picture><source data-srcset="${cors('yellow', 300)} 300w,${cors('yellow', 1200)} 1200w" type="image/jpeg"><img id="t" data-src="${cors('yellow', 300)}" style="${LAYER};width:100%;height:100%;opacity:0"></picture></div>`,
    right: { colour: 'yellow', least: [1200, 1200] },
  },
  {
    name: 'amazon-aplus',
    like: 'Amazon A+: a grey pixel and data-src with tokens',
    html: `<img id="t" class="a-lazy-loaded" src="http://images-na.ssl-images-amazon.com:PORT/images/G/01/x-locale/common/grey-pixel.gif" data-src="http://m.media-amazon.com:PORT/images/S/aplus-media-library-service-media/tealw1464h600.__CR0,0,1464,600_PT0_SX970_V1___.jpg" style="display:block;width:600px;height:246px">`,
    right: { colour: 'teal', least: [970, 397] },
  },
  {
    name: 'data-original',
    like: 'jQuery.lazyload: data-original, shown is a loading animation',
    html: `<img id="t" class="lazy" src="${OTHER}/file/spinner.gif" data-original="${cors('orange', 1000)}" style="${BOX}">`,
    right: { colour: 'orange', least: [1000, 1000] },
  },
  {
    name: 'picture-lazy-sources',
    like: 'lazysizes: <source data-srcset> in a <picture>, next to a clear GIF',
    html: `<picture><source data-srcset="${cors('brown', 600)} 600w, ${cors('brown', 1500)} 1500w" media="(min-width: 1px)"><img id="t" class="lazyload" src="${CLEAR_GIF}" data-src="${cors('brown', 300)}" style="${BOX}"></picture>`,
    right: { colour: 'brown', least: [1500, 1500] },
  },
  {
    name: 'data-bg',
    like: 'lazysizes unveilhooks: data-bg, with a blurred background of 20 pixels until then',
    html: `<div id="t" class="lazyload" data-bg="${noCors('teal', 1100)}" style="${BOX};background:url(${tealStandIn}) center/cover"></div>`,
    right: { failures: NOT_LOADED, colour: 'teal', least: [1100, 1100] },
  },
  {
    name: 'imgix-lqip',
    like: 'imgix: a blurred version of 20 pixels, the others in data-srcset',
    html: `<img id="t" class="lazyload" src="http://shop.imgix.net:PORT/lampviolet.jpg?w=20&blur=80" data-srcset="http://shop.imgix.net:PORT/lampviolet.jpg?w=400 400w, http://shop.imgix.net:PORT/lampviolet.jpg?w=1200 1200w" data-sizes="auto" style="${BOX}">`,
    right: { colour: 'violet', least: [1200, 1200] },
  },
  {
    name: 'nowhere',
    like: 'frameworks: the address is known to the script only',
    html: `<img id="t" class="lazyload" src="${CLEAR_GIF}" style="${BOX};background:#eee">`,
    right: { failures: NOT_LOADED },
  },
  {
    name: 'b-lazy',
    like: 'bLazy: a white pixel and data-src without CORS, below a picture that is loaded',
    html: `<img src="${cors('grey', 900)}" style="${BOX}"><img id="t" data-src="${noCors('green', 900)}" class="b-lazy" src="${OTHER}/cors/flat-white/2/2.png" style="${BOX};margin-top:10px">`,
    right: { failures: NOT_LOADED, colour: 'green', least: [900, 900] },
  },
  {
    name: 'small-but-real',
    like: 'a forum: a real picture of 48×48 with data-src of the same address is no stand-in',
    html: `<img id="t" class="avatar lazyloaded" src="${cors('red', 48)}" data-src="${cors('red', 48)}" style="display:block;width:96px;height:96px">`,
    right: { colour: 'red', least: [48, 48] },
  },
]
