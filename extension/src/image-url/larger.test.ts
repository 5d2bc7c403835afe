import { expect, test } from 'vitest'
import { largerAddresses, largestAddress } from './larger.ts'

const AMAZON = 'https://m.media-amazon.com/images/I/'
const TIKTOK = 'https://p16-oec-sg.ibyteimg.com/tos-alisg-i-a/1f~tplv-aphlu-'

/** A small version, and the largest. */
const SAMPLES: [string, string][] = [
  [`${AMAZON}71abc+XY-L._AC_SX695_.jpg`, `${AMAZON}71abc+XY-L.jpg`],
  [`${AMAZON}71abc._AC_UL320_SR320,320_.jpg`, `${AMAZON}71abc.jpg`],
  [`${AMAZON}71abc._AC_US40_.jpg?aicid=detail-page`, `${AMAZON}71abc.jpg`],
  [`${AMAZON}71v.SX38_SY50_CR,0,0,38,50_BG85,85,85_BR-120_PKdp-play-icon-overlay__.jpg`, `${AMAZON}71v.jpg`],
  [
    'https://m.media-amazon.com/images/S/aplus-media/7.__CR0,0,1464,600_PT0_SX1464_V1___.jpg',
    'https://m.media-amazon.com/images/S/aplus-media/7.jpg',
  ],
  [
    'https://images-na.ssl-images-amazon.com/images/I/41a._SR165,165_.jpg',
    'https://images-na.ssl-images-amazon.com/images/I/41a.jpg',
  ],
  ['https://ae01.alicdn.com/kf/S1/bag.jpg_220x220q75.jpg_.avif', 'https://ae01.alicdn.com/kf/S1/bag.jpg'],
  ['https://ae04.alicdn.com/kf/Sab12/480x480.jpg', 'https://ae04.alicdn.com/kf/Sab12.jpg'],
  ['https://ae04.alicdn.com/kf/Sab12.jpg/480x480', 'https://ae04.alicdn.com/kf/Sab12.jpg'],
  [
    'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg_460x460q100.jpg_.webp',
    'https://cbu01.alicdn.com/img/ibank/O1CN01.jpg',
  ],
  [
    'https://cbu01.alicdn.com/img/ibank/2020/1_2.220x220.jpg',
    'https://cbu01.alicdn.com/img/ibank/2020/1_2.jpg',
  ],
  ['https://sg-live.slatic.net/p/1a.jpg_200x200q80.jpg_.webp', 'https://sg-live.slatic.net/p/1a.jpg'],
  [
    'https://cdn.shopify.com/s/files/1/1/products/bag_400x400_crop_center.jpg?v=1',
    'https://cdn.shopify.com/s/files/1/1/products/bag.jpg?v=1',
  ],
  [
    'http://cdn.shopify.com:8080/s/files/1/1/files/bag.jpg?v=1&width=200&height=150&crop=center',
    'http://cdn.shopify.com:8080/s/files/1/1/files/bag.jpg?v=1',
  ],
  [
    'https://store.example/cdn/shop/files/bag_300x@2x.png?v=2',
    'https://store.example/cdn/shop/files/bag.png?v=2',
  ],
  ['https://i.ebayimg.com/thumbs/images/g/AbC/s-l225.jpg', 'https://i.ebayimg.com/images/g/AbC/s-l1600.jpg'],
  [
    'https://i.ebayimg.com/00/s/MTAw/z/AbC/$_1.JPG?set_id=8',
    'https://i.ebayimg.com/00/s/MTAw/z/AbC/$_57.JPG?set_id=8',
  ],
  [
    'https://i5.walmartimages.com/asr/1.jpeg?odnHeight=612&odnWidth=612&odnBg=FFFFFF',
    'https://i5.walmartimages.com/asr/1.jpeg',
  ],
  [
    'https://i.etsystatic.com/1/r/il/a/1/il_340x270.1_a.jpg',
    'https://i.etsystatic.com/1/r/il/a/1/il_fullxfull.1_a.jpg',
  ],
  [
    'https://i.etsystatic.com/1/c/1731/1731/0/340/il/a/1/il_170x135.1_a.jpg',
    'https://i.etsystatic.com/1/r/il/a/1/il_fullxfull.1_a.jpg',
  ],
  ['https://i.pinimg.com/236x/1a/2b/3c/1a2b.jpg', 'https://i.pinimg.com/originals/1a/2b/3c/1a2b.jpg'],
  ['https://i.pinimg.com/75x75_RS/1a/2b/3c/1a2b.jpg', 'https://i.pinimg.com/originals/1a/2b/3c/1a2b.jpg'],
  ['https://down-vn.img.susercontent.com/file/vn-1-2_tn', 'https://down-vn.img.susercontent.com/file/vn-1-2'],
  [
    'https://down-id.img.susercontent.com/file/id-1@resize_w450_nl.webp',
    'https://down-id.img.susercontent.com/file/id-1',
  ],
  ['https://cf.shopee.co.th/file/1a_tn.webp', 'https://cf.shopee.co.th/file/1a'],
  [
    'https://http2.mlstatic.com/D_NQ_NP_781282-MLB29335745363_022019-O.jpg',
    'https://http2.mlstatic.com/D_NQ_NP_2X_781282-MLB29335745363_022019-F.jpg',
  ],
  [
    'https://http2.mlstatic.com/D_Q_NP_2X_970545-MLA95687200698_102025-T-bolsa-de-couro.webp',
    'https://http2.mlstatic.com/D_NQ_NP_2X_970545-MLA95687200698_102025-F-bolsa-de-couro.webp',
  ],
  [`${TIKTOK}resize-webp:300:300.webp?dr=1`, `${TIKTOK}origin-jpeg.jpeg?dr=1`],
  [
    'https://basket-16.wbbasket.ru/vol2425/part242589/242589892/images/c246x328/1.webp',
    'https://basket-16.wbbasket.ru/vol2425/part242589/242589892/images/big/1.webp',
  ],
  ['https://tshop.r10s.jp/shop/cabinet/7.jpg?fitin=275:275', 'https://tshop.r10s.jp/shop/cabinet/7.jpg'],
  [
    'https://thumbnail.coupangcdn.com/thumbnails/remote/320x320ex/image/retail/images/7.jpg',
    'https://thumbnail.coupangcdn.com/thumbnails/remote/1000x1000ex/image/retail/images/7.jpg',
  ],
  ['https://a.allegroimg.com/s180/11a2/7', 'https://a.allegroimg.com/original/11a2/7'],
  ['https://ir.ozone.ru/s3/multimedia-1-u/wc250/7216.jpg', 'https://ir.ozone.ru/s3/multimedia-1-u/7216.jpg'],
  [
    'https://assets.wfcdn.com/im/57880242/resize-h800-w800%5Ecompr-r85/5627/1/Set.jpg',
    'https://assets.wfcdn.com/im/57880242/compr-r85/5627/1/Set.jpg',
  ],
  [
    'https://img.ltwebstatic.com/images3_pi/2023/04/24/1a_thumbnail_405x552.webp',
    'https://img.ltwebstatic.com/images3_pi/2023/04/24/1a.webp',
  ],
  [
    'https://img.kwcdn.com/product/open/7b-goods.jpeg?imageView2/2/w/500/q/60/format/webp',
    'https://img.kwcdn.com/product/open/7b-goods.jpeg',
  ],
  [
    'https://static.wixstatic.com/media/1a~mv2.jpg/v1/fill/w_300,h_300,al_c,q_80/bag.jpg',
    'https://static.wixstatic.com/media/1a~mv2.jpg',
  ],
  [
    'https://images.squarespace-cdn.com/content/v1/1/2/bag.jpg?format=300w',
    'https://images.squarespace-cdn.com/content/v1/1/2/bag.jpg?format=original',
  ],
  [
    'https://target.scene7.com/is/image/Target/GUEST_1?wid=300&hei=300&fmt=webp',
    'https://target.scene7.com/is/image/Target/GUEST_1?scl=1',
  ],
  [
    'https://cdn11.bigcommerce.com/s-1/images/stencil/500x659/products/4/2/bag__1.jpg?c=1',
    'https://cdn11.bigcommerce.com/s-1/images/stencil/original/products/4/2/bag__1.jpg?c=1',
  ],
  [
    'https://shop.example/media/catalog/product/cache/207e23213cf636ccdef205098cf3c8a3/b/a/bag.jpg',
    'https://shop.example/media/catalog/product/b/a/bag.jpg',
  ],
  [
    'https://shop.example/media/catalog/product/cache/1/image/700x700/9df78eab33525d08d6e5fb8d27136e95/b/a/bag.jpg',
    'https://shop.example/media/catalog/product/b/a/bag.jpg',
  ],
  [
    'https://shop.vtexassets.com/arquivos/ids/315803-300-auto/bag.jpg?v=6',
    'https://shop.vtexassets.com/arquivos/ids/315803/bag.jpg?v=6',
  ],
  ['https://shop.example/123-home_default/bag.jpg', 'https://shop.example/123/bag.jpg'],
  [
    'https://blog.example/wp-content/uploads/2026/01/bag-300x225.jpg',
    'https://blog.example/wp-content/uploads/2026/01/bag.jpg',
  ],
  [
    'https://i0.wp.com/blog.example/wp-content/uploads/bag-300x225.jpg?resize=300%2C225&ssl=1',
    'https://i0.wp.com/blog.example/wp-content/uploads/bag.jpg?ssl=1',
  ],
  [
    'https://res.cloudinary.com/demo/image/upload/w_300,h_300,c_fill/f_auto,q_auto/v1/shop/bag.jpg',
    'https://res.cloudinary.com/demo/image/upload/v1/shop/bag.jpg',
  ],
  [
    'https://brand.imgix.net/bag.jpg?w=200&h=150&fit=crop&auto=format&ixlib=js-3',
    'https://brand.imgix.net/bag.jpg',
  ],
  [
    'https://images.ctfassets.net/1/2/3/bag.jpg?w=200&q=50&fm=webp',
    'https://images.ctfassets.net/1/2/3/bag.jpg',
  ],
  [
    'https://cdn.sanity.io/images/1/p/1a-900x900.jpg?rect=0,9,9,9&w=200',
    'https://cdn.sanity.io/images/1/p/1a-900x900.jpg',
  ],
  ['https://shop.example/i/bag?imwidth=156&id=7', 'https://shop.example/i/bag?id=7'],
  ['https://shop.example/cdn-cgi/image/width=200,quality=75/img/bag.jpg', 'https://shop.example/img/bag.jpg'],
  [
    'https://shop.example/_next/image?url=https%3A%2F%2Fcdn.shopify.com%2Fs%2Fbag_200x.jpg&w=256&q=75',
    'https://cdn.shopify.com/s/bag.jpg',
  ],
  ['https://shop.example/_next/image?url=%2Fimg%2Fbag.png&w=640&q=75', 'https://shop.example/img/bag.png'],
]

test.each(SAMPLES)('%s has a larger version', (address, largest) => {
  expect(largerAddresses(address)[0]).toBe(largest)
})

test.each(SAMPLES)('no version is larger than the largest of %s', (_, largest) => {
  expect(largerAddresses(largest)).toEqual([])
  expect(largestAddress(largest)).toBe(largest)
})

test.each([
  [`${AMAZON}71a._AC_US40_.jpg`, `${AMAZON}71a._SL1500_.jpg`],
  ['https://i.pinimg.com/236x/1a/1a.jpg', 'https://i.pinimg.com/736x/1a/1a.jpg'],
  [
    'https://i.etsystatic.com/1/r/il/a/1/il_340x270.1_a.jpg',
    'https://i.etsystatic.com/1/r/il/a/1/il_1588xN.1_a.jpg',
  ],
  ['https://i.ebayimg.com/00/s/MTAw/z/AbC/$_1.JPG', 'https://i.ebayimg.com/00/s/MTAw/z/AbC/$_10.JPG'],
  [
    'https://http2.mlstatic.com/D_NQ_NP_7-MLB2_022019-V.jpg',
    'https://http2.mlstatic.com/D_NQ_NP_7-MLB2_022019-O.jpg',
  ],
  [`${TIKTOK}resize-webp:300:300.webp`, `${TIKTOK}resize-webp:1600:1600.webp`],
  ['https://ir.ozone.ru/s3/multimedia-9/wc250/7.jpg', 'https://ir.ozone.ru/s3/multimedia-9/wc1000/7.jpg'],
  ['https://s.example/is/image/a/b?wid=80', 'https://s.example/is/image/a/b?wid=2000'],
  [
    'https://s.example/_next/image?url=%2Fa.png&w=64&q=75',
    'https://s.example/_next/image?url=%2Fa.png&w=3840&q=75',
  ],
])('%s has a further version, should there be no largest', (address, fallback) => {
  const larger = largerAddresses(address)
  expect(larger.indexOf(fallback)).toBeGreaterThan(0)
})

test('versions that are not larger are left out', () => {
  expect(largerAddresses('https://i.pinimg.com/736x/1a/1a.jpg')).toEqual([
    'https://i.pinimg.com/originals/1a/1a.jpg',
  ])
})

test.each([
  'https://m.media-amazon.com/images/I/71abc.jpg',
  'https://shop.example/i/bag-300x225.jpg',
  'https://shop.example/i/bag_400x400.jpg',
  'https://shop.example/i/bag.jpg?v=3&format=webp',
  'https://res.cloudinary.com/demo/image/upload/v1/w_folder.jpg',
  'data:image/png;base64,AA',
  'blob:https://shop.example/1',
  'nonsense',
])('%s has no known larger version', (address) => {
  expect(largerAddresses(address)).toEqual([])
})
