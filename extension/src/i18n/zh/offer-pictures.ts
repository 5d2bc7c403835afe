import type { OfferPicturesTexts } from '../en/offer-pictures.ts'

export const offerPictures: OfferPicturesTexts = {
  offerPictures: {
    action: '下载图片包',
    title: '下载图片包',
    empty: '没有可下载的图片',
    emptyHint: '该货源已不在搜索结果、选品单或对比中，或没有图片。',
    count: (count) => `${count}张图片和一个文本文件`,
    intro: '在本浏览器中打包成一个 zip。文本文件含标题、商品属性、规格和商品链接。',
    onlyMain: '尚未查询商品详情，目前只有主图。打开商品详情即可查询。',
    openOffer: '打开商品详情',
    grantWhy: (host) => `保存前需读取 ${host} 上的图片，不会上传任何内容，可在设置中取消授权。`,
    save: '保存为 zip',
    saveAnyway: '不授权，直接试试',
    reading: (done, all) => `正在读取图片：${done} / ${all}…`,
    cancel: '取消',
    cancelled: '已取消，未保存。',
    saved: (name) => `已保存 ${name}。`,
    savedPartly: (name, saved, all) =>
      `已保存 ${name}，含${saved} / ${all}张图片。其余无法读取，原因见文本文件。`,
    noneRead: '图片均无法读取，未保存。',
  },
}
