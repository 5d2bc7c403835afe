import { standIn } from './files.ts'
import { cors, noCors, type PicturePage, type Right } from './page.ts'

const at = (host: string, path: string) => `http://${host}:PORT${path}`

const violetStandIn = await standIn('violet')

/** One `<img>` of a shop, with what a person expects to be sent. */
function shown(name: string, like: string, src: string, right: Right, more = ''): PicturePage {
  return {
    name,
    like,
    html: `<a href="/item/1"><img id="t" src="${src}" ${more} style="display:block;width:240px;height:240px;object-fit:contain"></a>`,
    right,
  }
}

/** A larger version can be had than the shown one. */
export const VERSIONS: PicturePage[] = [
  shown(
    'amazon-padded-row',
    'Amazon: a row of sponsored products, padded to squares',
    at('m.media-amazon.com', '/images/I/71redw1500h900L._AC_UL165_SR165,165_.jpg'),
    { colour: 'red', least: [1500, 900] },
  ),
  shown(
    'amazon-video-thumbnail',
    'Amazon: a thumbnail with a play icon, cropped to a portrait',
    at(
      'm.media-amazon.com',
      '/images/I/71greenw1280h720L.SX38_SY50_CR,0,0,38,50_BG85,85,85_BR-120_PKdp-play-icon-overlay__.jpg',
    ),
    { colour: 'green', least: [1280, 720] },
  ),
  shown(
    'amazon-query',
    'Amazon: an address with a query after the token',
    at('m.media-amazon.com', '/images/I/61bluew1200h1200L._AC_UL320_.jpg?aicid=discounts-widgets'),
    { colour: 'blue', least: [1200, 1200] },
  ),
  shown(
    'amazon-search-result',
    'Amazon: a card of the search, with a srcset of sizes that are all smaller than the original',
    at('m.media-amazon.com', '/images/I/71tealw1600h2000L._AC_UL320_.jpg'),
    { colour: 'teal', least: [1600, 2000] },
    `srcset="${[320, 480, 640, 960].map((side, index) => `${at('m.media-amazon.com', `/images/I/71tealw1600h2000L._AC_UL${side}_FMwebp_QL65_.jpg`)} ${1 + index / 2}x`).join(', ')}"`,
  ),
  shown(
    'amazon-square',
    'Amazon: _SS64_, padded to a square',
    at('m.media-amazon.com', '/images/I/71pinkw1200h800L._SS64_.jpg'),
    { colour: 'pink', least: [1200, 800] },
  ),
  shown(
    'amazon-portrait',
    'Amazon: a thumbnail that is cut to a portrait',
    at('m.media-amazon.com', '/images/I/71brownw1500h1125L._SX38_SY50_CR,0,0,38,50_.jpg'),
    { colour: 'brown', least: [1500, 1125] },
  ),
  {
    name: 'amazon-inline',
    like: 'Amazon: a small inline JPEG until the page has loaded; data-a-dynamic-image has the addresses',
    html: `<img id="t" class="a-dynamic-image" src="${violetStandIn}" data-old-hires="" data-a-dynamic-image='{"${at('m.media-amazon.com', '/images/I/71violetw1500h1500L._AC_SX466_.jpg')}":[466,466],"${at('m.media-amazon.com', '/images/I/71violetw1500h1500L._AC_SX679_.jpg')}":[679,679]}' style="display:block;width:320px;height:320px">`,
    right: { colour: 'violet', least: [679, 679] },
  },
  {
    name: 'amazon-dynamic-image',
    like: 'Amazon: data-a-dynamic-image with an inline picture until then',
    html: `<img id="t" class="a-dynamic-image" src="${at('m.media-amazon.com', '/images/I/81orangew1600h1600L._AC_SX38_.jpg')}" data-a-dynamic-image='{"${at('m.media-amazon.com', '/images/I/81orangew1600h1600L._AC_SX466_.jpg')}":[466,466],"${at('m.media-amazon.com', '/images/I/81orangew1600h1600L._AC_SX679_.jpg')}":[679,679]}' style="display:block;width:240px;height:240px">`,
    right: { colour: 'orange', least: [1600, 1600] },
  },
  shown(
    'etsy-grid',
    'Etsy: a card of the search, cropped to a square',
    at('i.etsystatic.com', '/12345678/c/2000/1500/0/0/il/abc123/5012345678/il_300x300.5012345678_teal.jpg'),
    { colour: 'teal', least: [2000, 1500] },
  ),
  shown(
    'etsy-thumbnail',
    'Etsy: a thumbnail of 75×75 of a listing',
    at('i.etsystatic.com', '/12345678/r/il/abc123/5012345678/il_75x75.5012345678_pink.jpg'),
    { colour: 'pink', least: [2000, 1500] },
  ),
  shown(
    'shopify-legacy-crop',
    'Shopify, older themes: a size and a crop in the name of the file',
    at('cdn.shopify.com', '/s/files/1/0533/2089/products/shoeviolet_200x200_crop_center.jpg?v=1611'),
    { colour: 'violet', least: [1800, 1200] },
  ),
  shown(
    'shopify-crop-query',
    'Shopify: width, height and crop in the query',
    at('cdn.shopify.com', '/s/files/1/0533/2089/files/shoebrown.jpg?v=1611&width=165&height=165&crop=center'),
    { colour: 'brown', least: [1800, 1200] },
  ),
  shown(
    'shopify-own-domain',
    "Shopify: under /cdn/shop of the shop's own address",
    '/cdn/shop/files/shoegreen.jpg?v=1611&width=400',
    { colour: 'green', least: [1800, 1200] },
  ),
  shown(
    'ebay-thumbnail',
    'eBay: a thumbnail of the filmstrip',
    at('i.ebayimg.com', '/images/g/redAAOSwQ/s-l140.webp'),
    { colour: 'red', least: [1600, 1200] },
  ),
  shown(
    'ebay-dollar',
    'eBay: the older form with $_1',
    at('i.ebayimg.com', '/00/s/MTIwMFgxNjAw/z/yellowAAOSwQ/$_1.JPG?set_id=880000500F'),
    { colour: 'yellow', least: [1600, 1200] },
  ),
  {
    ...shown(
      'pinterest-236',
      'Pinterest: a pin in the grid',
      at('i.pinimg.com', '/236x/a1/b2/c3/bluea1b2c3.jpg'),
      { colour: 'blue', least: [1500, 2000] },
    ),
    only: 'firefox',
  },
  {
    ...shown(
      'pinterest-no-original',
      'Pinterest: a pin whose original is refused',
      at('i.pinimg.com', '/236x/99/b2/c3/tealb2c3.jpg'),
      { colour: 'teal', least: [736, 980] },
    ),
    only: 'firefox',
  },
  shown(
    'aliexpress-avif',
    'AliExpress: a size, a quality and another format after the name of the file',
    at('ae-pic-a1.aliexpress-media.com', '/kf/Sredabc.jpg_220x220q75.jpg_.avif'),
    { colour: 'red', least: [1000, 1000] },
  ),
  shown(
    'aliexpress-480',
    'AliExpress: 480x480 and webp',
    at('ae01.alicdn.com', '/kf/Horangeabc.jpg_480x480.jpg_.webp'),
    { colour: 'orange', least: [1000, 1000] },
  ),
  shown(
    'shopee-tn',
    'Shopee: a thumbnail of the search',
    at('down-sg.img.susercontent.com', '/file/sg-greenabc_tn'),
    { colour: 'green', least: [1024, 1024] },
  ),
  shown(
    'shopee-resize',
    'Shopee: @resize_ after the name of the file',
    at('down-sg.img.susercontent.com', '/file/sg-violetabc@resize_w450_nl.webp'),
    { colour: 'violet', least: [1024, 1024] },
  ),
  shown(
    'wayfair',
    'Wayfair: resize-h-w and a quality',
    at('assets.wfcdn.com', '/im/52699795/resize-h310-w310%5Ecompr-r85/1726/17267092/chairblue.jpg'),
    { colour: 'blue', least: [1600, 1600] },
  ),
  shown(
    'mercado-libre',
    'Mercado Libre: a card of the search',
    at('http2.mlstatic.com', '/D_Q_NP_2X_796156-MLU72519991451_102023-E.webp'),
    { colour: 'green', least: [1200, 900] },
  ),
  shown('ozon', 'Ozon: a card of the search', at('ir.ozone.ru', '/s3/multimedia-1-r/wc250/7012345674.jpg'), {
    colour: 'violet',
    least: [1000, 1333],
  }),
  shown(
    'wildberries',
    'Wildberries: a cropped card',
    at('basket-05.wbbasket.ru', '/vol786/part78615/78615605/images/c246x328/1.webp'),
    { colour: 'teal', least: [900, 1200] },
  ),
  shown(
    'lazada',
    'Lazada: a size and a quality after the name of the file',
    at('img.lazcdn.com', '/g/p/pinkabc.jpg_200x200q80.jpg_.webp'),
    { colour: 'pink', least: [1000, 1000] },
  ),
  shown(
    'tiktok-signed',
    'TikTok Shop: a signed address, of which no other size can be had',
    at(
      'p16-oec-va.ibyteimg.com',
      '/tos-maliva-i/brownabc~tplv-o3syd03w52-resize-webp:300:300.webp?x-expires=1790000000&x-signature=abc%3D',
    ),
    { colour: 'brown', least: [300, 300] },
  ),
  shown(
    'cloudinary',
    'Cloudinary: w_, h_ and c_fill',
    at('res.cloudinary.com', '/shop/image/upload/w_300,h_200,c_fill,q_auto,f_auto/v1612/lampyellow.jpg'),
    { colour: 'yellow', least: [1400, 1400] },
  ),
  shown(
    'imgix',
    'imgix: w, h and fit=crop',
    at('shop.imgix.net', '/lampred.jpg?w=300&h=200&fit=crop&auto=format'),
    { colour: 'red', least: [1600, 1600] },
  ),
  shown(
    'bigcommerce',
    'BigCommerce: a stencil of 300×300',
    at('cdn11.bigcommerce.com', '/s-abc/images/stencil/300x300/products/112/377/mugblue.1612.jpg?c=1'),
    { colour: 'blue', least: [1280, 1280] },
  ),
  shown(
    'magento',
    'Magento: a cached size',
    '/media/catalog/product/cache/0123456789abcdef0123456789abcdef/m/u/muggreen_1.jpg',
    { colour: 'green', least: [1000, 1250] },
  ),
  shown('next-image', 'Next.js: the image optimizer', '/_next/image?url=%2Fphotos%2Fviolet.jpg&w=384&q=75', {
    colour: 'violet',
    least: [1600, 1600],
  }),
  shown(
    'wordpress-crop',
    'WordPress: a crop whose original has other proportions',
    '/wp-content/uploads/2024/05/lamppink-300x300.jpg',
    { colour: 'pink', least: [1600, 1067] },
  ),
  shown(
    'wordpress-lookalike',
    'WordPress: what the name promises as the original shows something else',
    '/wp-content/uploads/2024/05/red-grey-300x300.jpg',
    { colour: 'red', least: [300, 300] },
  ),
  shown(
    'data-zoom-image',
    'elevateZoom and Magnific: data-zoom-image',
    cors('teal', 400),
    { colour: 'teal', least: [1800, 1800] },
    `data-zoom-image="${cors('teal', 1800)}"`,
  ),
  shown(
    'stale-zoom',
    'a gallery that swaps the source and forgets data-zoom: it still names the first photo',
    cors('orange', 600),
    { colour: 'orange', least: [600, 600] },
    `data-zoom="${cors('grey', 1800)}"`,
  ),
  shown(
    'woocommerce-large',
    'WooCommerce: data-large_image',
    '/wp-content/uploads/2024/05/sofablue-300x300.jpg',
    { colour: 'blue', least: [1600, 1067] },
    'data-large_image="/wp-content/uploads/2024/05/sofablue.jpg" data-large_image_width="1600"',
  ),
  shown(
    'srcset-w-and-h',
    'srcset with both w and h',
    cors('brown', 300),
    { colour: 'brown', least: [1500, 1500] },
    `srcset="${cors('brown', 300)} 300w 300h, ${cors('brown', 1500)} 1500w 1500h" sizes="240px"`,
  ),
  {
    name: 'art-direction',
    like: 'a <picture> whose other source is another photo, for larger screens',
    html: `<picture><source media="(min-width: 9000px)" srcset="${cors('grey', 2000, 900)} 2000w"><img id="t" src="${cors('violet', 900)}" style="display:block;width:240px;height:240px"></picture>`,
    right: { colour: 'violet', least: [900, 900] },
  },
  shown(
    'picture-without-cors',
    'a host that lets nobody read it: what the screen shows',
    noCors('green', 900),
    { colour: 'green', least: [900, 900], capture: [230, 230] },
  ),
]
