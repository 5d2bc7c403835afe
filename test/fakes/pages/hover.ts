import { cors, FILL, LAYER, noCors, type PicturePage } from './page.ts'

const cdn = (name: string) => `http://cdn.shopify.com:PORT/s/files/1/0533/2089/files/${name}`
const second = (more = '') => `${LAYER};width:240px;height:240px;${more}`

/** What is seen while the pointer is there is not what is seen without it. */
export const HOVER: PicturePage[] = [
  {
    name: 'dawn-second-image',
    like: 'Shopify Dawn: media--hover-effect shows the second picture, below a stretched link',
    html: `<style>.card-wrapper{position:relative;width:240px}.media{position:relative;width:240px;height:240px}.media img{${second()}}.media img+img{opacity:0}.card-wrapper:hover .media img+img{opacity:1;transition:transform .3s}.card-wrapper:hover .media img:first-child{opacity:0}.card__heading a::after{content:'';${LAYER};z-index:1}</style>
<div class="card-wrapper"><div class="media media--hover-effect" id="t"><img src="${cdn('hatgreyw1600h1600.jpg')}?v=1&width=360"><img src="${cdn('hatvioletw1600h1600.jpg')}?v=1&width=360" loading="lazy"></div><h3 class="card__heading"><a href="/products/hat">Hat</a></h3></div>`,
    right: { colour: 'violet', least: [1600, 1600] },
  },
  {
    name: 'opacity-swap',
    like: 'cards that fade a second picture in, each with a srcset',
    html: `<style>.b{opacity:0}.box:hover .b{opacity:1}</style><div class="box" id="t"><img src="${cors('grey', 320)}" srcset="${cors('grey', 320)} 320w, ${cors('grey', 1300)} 1300w" sizes="240px" style="${second()}"><img class="b" src="${cors('brown', 320)}" srcset="${cors('brown', 320)} 320w, ${cors('brown', 1300)} 1300w" sizes="240px" style="${second()}"></div>`,
    right: { colour: 'brown', least: [1300, 1300] },
  },
  {
    name: 'mouseenter-swap',
    like: 'eBay search results: a script swaps the source while the pointer is over the picture',
    html: `<img id="t" src="http://i.ebayimg.com:PORT/images/g/greyAAOSw/s-l225.jpg" onmouseenter="this.src='http://i.ebayimg.com:PORT/images/g/greenAAOSw/s-l300.jpg'" onmouseleave="this.src='http://i.ebayimg.com:PORT/images/g/greyAAOSw/s-l225.jpg'" style="display:block;width:225px;height:169px">`,
    right: { colour: 'green', least: [1600, 1200] },
  },
  {
    name: 'background-swap',
    like: 'a tile whose background is another one on :hover',
    html: `<style>#t{width:240px;height:240px;background:url(${cors('grey', 800)}) center/cover}#t:hover{background-image:url(${cors('blue', 1000)})}</style><a id="t" class="box" href="/p/1"></a>`,
    right: { colour: 'blue', least: [1000, 1000] },
  },
  {
    name: 'display-swap',
    like: 'cards that hide one picture and show another on :hover',
    html: `<style>.b{display:none}.box:hover .a{display:none}.box:hover .b{display:block}</style><div class="box" id="t"><img class="a" src="${cors('grey', 700)}" width="240" height="240"><img class="b" src="${cors('red', 900)}" width="240" height="240"></div>`,
    right: { colour: 'red', least: [900, 900] },
  },
  {
    name: 'visibility-swap',
    like: 'cards that fade the second picture in, without CORS',
    html: `<style>.b{visibility:hidden;opacity:0;transition:opacity .2s}.box:hover .b{visibility:visible;opacity:1}</style><div class="box" id="t"><img src="${noCors('grey', 700)}" style="${second()}"><img class="b" src="${noCors('teal', 900)}" style="${second()}"></div>`,
    right: { colour: 'teal', least: [900, 900], capture: [200, 200] },
  },
  {
    name: 'content-swap',
    like: 'an <img> with another content: url() on :hover',
    html: `<style>#t:hover{content:url(${cors('pink', 1000)})}</style><img id="t" src="${cors('grey', 800)}" style="display:block;width:240px;height:240px">`,
    right: { colour: 'pink', least: [1000, 1000] },
  },
  {
    name: 'segments',
    like: 'Wildberries and Ozon: the picture follows the pointer through clear segments',
    html: `<style>.segments{${LAYER};display:flex}.segments i{flex:1}</style><div class="box" id="t"><img src="${cors('grey', 900)}" style="${FILL}"><div class="segments">${['grey', 'brown', 'orange'].map((colour) => `<i data-src="${cors(colour, 900)}"></i>`).join('')}</div></div>
<script>const img=document.querySelector('.box img');for(const i of document.querySelectorAll('.segments i'))i.onmouseenter=()=>{img.src=i.dataset.src}
document.querySelector('.box').onmouseleave=()=>{img.src=document.querySelector('.segments i').dataset.src}</script>`,
    at: { x: 0.85, y: 0.4 },
    right: { colour: 'orange', least: [900, 900] },
  },
  {
    name: 'zoom-on-hover',
    like: 'a card that enlarges its picture a little on :hover: the picture stays whole',
    html: `<style>.box{overflow:hidden}.box img{${FILL};transition:transform .2s}.box:hover img{transform:scale(1.15)}</style><div class="box" id="t"><img src="${cors('yellow', 1000)}"></div>`,
    right: { colour: 'yellow', least: [850, 850] },
  },
  {
    name: 'caption-slides-up',
    like: 'Divi portfolio: an almost opaque layer with a caption fades in over the picture',
    html: `<style>.over{${LAYER};background:rgba(255,255,255,.9);opacity:0;text-align:center;padding-top:100px}.box:hover .over{opacity:1}</style><a class="box" id="t" href="/project"><img src="${cors('green', 1080)}" style="${FILL}"><span class="over">A project</span></a>`,
    right: { colour: 'green', least: [1080, 1080] },
  },
]
