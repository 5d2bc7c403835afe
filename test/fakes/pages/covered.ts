import { CLEAR_GIF, cors, FILL, LAYER, noCors, OTHER, type PicturePage } from './page.ts'

const amazon = (name: string) => `http://m.media-amazon.com:PORT/images/I/${name}`
const cdn = (name: string) => `http://cdn.shopify.com:PORT/s/files/1/0533/2089/files/${name}`

/** Something lies over the picture that is meant. */
export const COVERED: PicturePage[] = [
  {
    name: 'amazon-lens',
    like: 'Amazon: a lens with a tile of dots follows the pointer, the zoomed picture appears beside it',
    html: `<style>#imgTagWrapperId{position:relative;width:420px;height:315px}#lens{position:absolute;display:none;width:180px;height:140px;background:url(http://m.media-amazon.com:PORT/images/G/01/tile.png) repeat;opacity:.6}#zoom{position:absolute;display:none;left:480px;top:20px;width:400px;height:300px;overflow:hidden}</style>
<div id="imgTagWrapperId" class="imgTagWrapper"><img id="landingImage" src="${amazon('71redw2000h1500L._AC_SX466_.jpg')}" data-old-hires="${amazon('71redw2000h1500L._AC_SL1500_.jpg')}" style="width:420px;height:315px"><div id="lens"></div></div><div id="zoom"><img src="${amazon('71redw2000h1500L._AC_SL1500_.jpg')}" style="position:absolute;left:-200px;top:-100px"></div>
<script>const wrapper=document.getElementById('imgTagWrapperId'),lens=document.getElementById('lens'),zoom=document.getElementById('zoom')
wrapper.onmousemove=e=>{const b=wrapper.getBoundingClientRect();lens.style.display=zoom.style.display='block';lens.style.left=Math.max(0,Math.min(b.width-180,e.clientX-b.left-90))+'px';lens.style.top=Math.max(0,Math.min(b.height-140,e.clientY-b.top-70))+'px'}
wrapper.onmouseleave=()=>{lens.style.display=zoom.style.display='none'}</script>`,
    click: '#imgTagWrapperId',
    at: { x: 0.3, y: 0.35 },
    right: { colour: 'red', least: [1500, 1125] },
  },
  {
    name: 'dawn-card',
    like: 'Shopify Dawn: the link of the heading is stretched over the whole card by ::after',
    html: `<style>.card-wrapper{position:relative;width:260px}.card__media{width:260px;height:260px;overflow:hidden}.card__media img{width:100%;height:100%;object-fit:cover}.card__heading a::after{content:'';position:absolute;inset:0;z-index:1}.badge{position:absolute;left:8px;top:8px;background:#222;color:#fff;padding:2px 8px}</style>
<div class="card-wrapper"><div class="card__inner"><div class="card__media" id="t"><img src="${cdn('bagbluew1500h1500.jpg')}?v=17&width=533" srcset="${cdn('bagbluew1500h1500.jpg')}?v=17&width=165 165w,${cdn('bagbluew1500h1500.jpg')}?v=17&width=533 533w,${cdn('bagbluew1500h1500.jpg')}?v=17 1500w" sizes="260px"></div><span class="badge">Sale</span></div><div style="padding:14px 0 60px"><h3 class="card__heading"><a href="/products/bag">Canvas bag</a></h3><p>$24.00</p></div></div>`,
    right: { colour: 'blue', least: [1500, 1500] },
  },
  {
    name: 'bootstrap-stretched-link',
    like: 'Bootstrap: .stretched-link, with the text above the picture and pictures of other cards beside it',
    html: `<style>.row{display:flex;gap:16px}.card{position:relative;width:220px}.stretched-link::after{position:absolute;inset:0;z-index:1;content:""}.card img{display:block;width:220px;height:165px}</style>
<div class="row">${['grey', 'teal', 'grey']
      .map(
        (colour, at) =>
          `<div class="card"><div style="height:90px"><a class="stretched-link" href="/p/${at}">Chair ${at}</a><p>From $80</p></div><img ${at === 1 ? 'id="t"' : ''} src="${cors(colour, 1000, 750)}"></div>`,
      )
      .join('')}</div>`,
    at: { x: 0.7, y: 0.8 },
    right: { colour: 'teal', least: [1000, 750] },
  },
  {
    name: 'quick-view',
    like: 'WooCommerce quick view: on hover a layer with two buttons covers the picture',
    html: `<style>.quick{${LAYER};display:none;background:rgba(20,20,20,.35);place-items:center}.box:hover .quick{display:grid}</style>
<div class="box" id="t"><img src="${cors('green', 1200)}" style="${FILL}"><div class="quick"><span><button>Quick view</button> <button>Compare</button></span></div></div>`,
    at: { x: 0.5, y: 0.2 },
    right: { colour: 'green', least: [1200, 1200] },
  },
  {
    name: 'gradient-caption',
    like: 'News and travel cards: a gradient and a caption over a background without CORS',
    html: `<style>.hero{${FILL};background:url(${noCors('violet', 1100)}) center/cover}.hero::after{content:'';${LAYER};background:linear-gradient(transparent 60%,rgba(0,0,0,.6))}.cap{position:absolute;bottom:10px;left:10px;color:#fff}</style>
<div class="box" id="t"><div class="hero"></div><a class="cap" href="/x">A weekend in Lisbon</a></div>`,
    at: { x: 0.5, y: 0.4 },
    right: { colour: 'violet', least: [1100, 1100], capture: [200, 120], share: 0.6 },
  },
  {
    name: 'watermark-picture',
    like: 'stock photos: a mostly clear picture with the name of the shop over the photo',
    html: `<div class="box"><img src="${cors('orange', 1300)}" style="${FILL}"><img id="t" src="${OTHER}/cors/watermark/600/600.png" style="${LAYER};width:240px;height:240px"></div>`,
    at: { x: 0.5, y: 0.25 },
    right: { colour: 'orange', least: [1300, 1300] },
  },
  {
    name: 'watermark-tiled',
    like: 'stock photos: a tiled background of a watermark in a layer of its own',
    html: `<div class="box" id="t"><img src="${cors('brown', 1000)}" style="${FILL}"><div style="${LAYER};background:url(${OTHER}/cors/watermark/120/120.png) repeat"></div></div>`,
    right: { colour: 'brown', least: [1000, 1000] },
  },
  {
    name: 'flickr-spacer',
    like: 'Flickr: a facade with a stretched clear GIF over the photo',
    html: `<div class="box" style="width:360px;height:240px"><img class="main-photo" src="${cors('yellow', 1024, 683)}" style="${FILL}"><div class="facade-of-protection-neue" style="${LAYER}"><img id="t" src="${OTHER}/cors/spacer/1/1.gif" style="${FILL}"></div></div>`,
    at: { x: 0.25, y: 0.3 },
    right: { colour: 'yellow', least: [1024, 683] },
  },
  {
    name: 'spacer-400',
    like: 'galleries: a clear PNG of 400×400 over a background',
    html: `<div class="box" style="background:url(${cors('pink', 900)}) center/cover"><img id="t" src="${OTHER}/cors/spacer/400/400.png" style="${LAYER};width:100%;height:100%"></div>`,
    right: { colour: 'pink', least: [900, 900] },
  },
  {
    name: 'spacer-grid',
    like: 'galleries: each tile has the same clear spacer over its own photo',
    html: `<div style="display:flex;gap:20px">${['red', 'green', 'violet'].map((colour, at) => `<div class="box" style="background:url(${cors(colour, 900)}) center/cover"><img${at === 1 ? ' id="t"' : ''} src="${OTHER}/cors/spacer/400/400.png" style="${LAYER};width:100%;height:100%"></div>`).join('')}</div>`,
    right: { colour: 'green', least: [900, 900] },
  },
  {
    name: 'spacer-without-cors',
    like: 'galleries: a clear picture that only the page can load, over one that anybody can read',
    html: `<div class="box"><img src="${cors('teal', 1200)}" style="${FILL}"><img id="t" src="${OTHER}/nocors/spacer/500/500.png" style="${LAYER};width:240px;height:240px"></div>`,
    right: { colour: 'teal', least: [1200, 1200] },
  },
  {
    name: 'watermark-without-cors',
    like: 'stock photos: a watermark that only the page can load, over a photo that is cropped to the tile',
    html: `<div class="box"><img src="${cors('blue', 1600, 1200)}" style="${FILL};object-fit:cover"><img id="t" src="${OTHER}/nocors/watermark/300/300.png" style="${LAYER};width:240px;height:240px"></div>`,
    right: { colour: 'blue', least: [1600, 1200] },
  },
  {
    name: 'own-background',
    like: 'image replacement: an <img> whose source is an empty SVG and whose background is the picture',
    html: `<style>.photo{width:300px;height:200px;background:url(${cors('red', 1200, 800)}) center/contain no-repeat}</style>
<img id="t" class="photo" alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/%3E">`,
    right: { colour: 'red', least: [1200, 800] },
  },
  {
    name: 'instagram-cover',
    like: 'Instagram: an empty sibling lies over a picture with srcset',
    html: `<div class="box"><div class="_aagv" style="${LAYER}"><img src="${cors('blue', 320)}" srcset="${cors('blue', 320)} 320w,${cors('blue', 640)} 640w,${cors('blue', 1080)} 1080w" sizes="240px" style="${FILL};object-fit:cover"></div><div class="_aagw" id="t" style="${LAYER}"></div></div>`,
    right: { colour: 'blue', least: [1080, 1080] },
  },
  {
    name: 'elevate-zoom',
    like: 'elevateZoom: container, lens and window with backgrounds are put over the picture, at the end of the body',
    html: `<img id="t" src="${cors('green', 500)}" data-zoom-image="${cors('green', 1600)}" style="display:block;width:300px;height:300px">
<script>addEventListener('load',()=>{const img=document.getElementById('t');img.onmouseenter=()=>{if(document.querySelector('.zoomContainer'))return
const b=img.getBoundingClientRect();document.body.insertAdjacentHTML('beforeend','<div class="zoomContainer" style="position:absolute;z-index:999;left:'+(b.left+scrollX)+'px;top:'+(b.top+scrollY)+'px;width:300px;height:300px"><div class="zoomLens" style="position:absolute;left:90px;top:90px;width:120px;height:120px;background:#fff;opacity:.4"></div><div class="zoomWindow" style="position:absolute;left:310px;width:300px;height:300px;background:url(${cors('green', 1600)}) -400px -400px no-repeat"></div></div>')
document.querySelector('.zoomContainer').onmouseleave=e=>e.currentTarget.remove()}})</script>`,
    right: { colour: 'green', least: [1600, 1600] },
  },
  {
    name: 'dimming-picture',
    like: 'a white PNG with opacity .4 dims a sold-out product',
    html: `<div class="box"><img src="${cors('teal', 1000)}" style="${FILL}"><img id="t" src="${OTHER}/cors/flat-white/8/8.png" style="${LAYER};width:240px;height:240px;opacity:.4"></div>`,
    right: { colour: 'teal', least: [1000, 1000] },
  },
  {
    name: 'play-icon',
    like: 'video thumbnails: a small icon in the middle, where people click',
    html: `<div class="box"><img src="${cors('violet', 1280, 1280)}" style="${FILL}"><img id="t" src="${OTHER}/cors/flat-white/24/24.png" style="position:absolute;left:96px;top:96px;width:48px;height:48px"></div>`,
    right: { colour: 'violet', least: [1280, 1280] },
  },
  {
    name: 'submit-over-thumbnail',
    like: 'Amazon: an almost clear submit button over the padded thumbnail',
    html: `<span style="position:relative;display:inline-block"><input id="t" type="submit" value="" style="position:absolute;inset:0;width:100%;height:100%;opacity:.01;z-index:20;border:0"><img src="${amazon('71brownw900h1600L._AC_US100_.jpg')}" style="display:block;width:100px;height:100px"></span>`,
    right: { colour: 'brown', least: [900, 1600] },
  },
  {
    name: 'lightbox',
    like: 'Lightbox2: previous and next, each with a clear GIF as background, over the opened picture and the page below it',
    html: `<style>.lb-overlay{position:fixed;inset:0;background:#000;opacity:.9}.lightbox{position:fixed;left:200px;top:60px;width:500px;height:500px}.lb-image{${FILL}}.lb-nav{${LAYER}}.lb-nav a{height:100%;display:block;float:left;width:34%;background-image:url(${CLEAR_GIF})}.lb-nav a.lb-next{width:64%;float:right}</style>
<img src="${cors('grey', 1400)}" style="display:block;width:900px;height:900px"><div class="lb-overlay"></div><div class="lightbox"><img class="lb-image" src="${cors('orange', 1500)}"><div class="lb-nav"><a class="lb-prev" href="#"></a><a class="lb-next" id="t" href="#"></a></div></div>`,
    right: { colour: 'orange', least: [1500, 1500] },
  },
  {
    name: 'button-thumbnail',
    like: 'galleries whose thumbnails are buttons',
    html: `<button id="t" type="button" style="padding:0;border:1px solid #999;width:100px;height:100px"><img src="${cors('pink', 200)}" srcset="${cors('pink', 200)} 200w, ${cors('pink', 1000)} 1000w" sizes="98px" style="${FILL}"></button>`,
    right: { colour: 'pink', least: [1000, 1000] },
  },
  {
    name: 'fade-carousel',
    like: 'carousels that fade: all slides lie over each other, those that are not seen have opacity 0',
    html: `<div class="box" id="t">${['grey', 'yellow', 'brown'].map((colour, index) => `<div style="${LAYER};opacity:${index === 1 ? 1 : 0}"><img src="${cors(colour, 1000)}" style="${FILL}"></div>`).join('')}</div>`,
    right: { colour: 'yellow', least: [1000, 1000] },
  },
  {
    name: 'cutout-over-backdrop',
    like: 'a product that is cut out, over the picture of a room',
    html: `<div class="box" style="background:url(${cors('grey', 1000)}) center/cover"><img id="t" src="${OTHER}/cors/cutout-red/900/900.png" style="${FILL}"></div>`,
    right: { middle: 'red', least: [900, 900], choice: true },
  },
]
