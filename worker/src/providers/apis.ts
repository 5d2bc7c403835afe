// What the platform calls the APIs in use.

const CROSSBORDER = 'com.alibaba.fenxiao.crossborder/'
export const CROSSBORDER_UPLOAD = `${CROSSBORDER}product.image.upload`
export const CROSSBORDER_SEARCH = `${CROSSBORDER}product.search.imageQuery`
export const CROSSBORDER_OFFER = `${CROSSBORDER}product.search.queryProductDetail`
export const DROPSHIP_SEARCH = 'com.alibaba.product/alibaba.public.image.similar.offer.search'
