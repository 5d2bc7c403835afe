import type { PhotoTexts } from '../en/photos.ts'

export const photos: PhotoTexts = {
  samePhotos: (count) => `同图${count}个`,
  mirrored: '镜像图',
  recoloured: '换色图',
  photoLabel: '图片',
  photoVerdicts: {
    same: '同图',
    probably: '疑似同图',
    other: '非同图',
    'cannot-compare': '无法比对',
    'not-checked': '未比对',
  },
  withReasons: (verdict, reasons) => `${verdict}：${reasons}`,
  photoReasons: {
    mirrored: '左右镜像',
    trimmed: '仅边框不同',
    cropped: '裁剪过',
    overlaid: '加了文字或水印',
    recoloured: '颜色不同',
    grey: '一张是黑白图',
    'query-flat': '您的图片细节太少',
    'other-flat': '货源图片细节太少',
    'other-method': '比对方法不同',
  },
  photoUncheckedReasons: {
    unreachable: '货源图片无法访问',
    unreadable: '货源图片无法读取',
    'no-picture': '货源没有图片',
    'query-unreadable': '上传的图片无法读取',
  },
  comparePhotos: '比对图片',
  comparePhotosTooltip: (host) => `授权 ${host} 后，可在本浏览器中比对货源图片与您的图片，可随时取消授权。`,
  comparePhotosOpen: '对比两张图片',
  notCompared: '尚未比对',
  photoLayoutLabel: '对比方式',
  photoLayouts: { beside: '并排', over: '重叠' },
  photoSlider: '您的图片显示多少',
  photosMisaligned: '其中一张四周的内容更多，无法完全重合。',
  undoMirroring: '翻转还原',
  offeredPictureAlt: '货源图片',
  photoUnavailable: '无法显示此图片：图片网站未返回。',
  photoMeanings: {
    same: '图片相同，不代表产品相同。',
    probably: '疑似同一张图，请自行核对。产品可能不同。',
    other: '图片不同，产品仍可能相同。',
    'cannot-compare': '这两张图无法自动比对，请自行核对。',
    'not-checked': '尚未比对，请自行核对。',
  },
  comparisonMethod: (method) => `在本浏览器中比对，方法 ${method}。`,
  reuseTitle: '盗图排查',
  reuseOfYourPhoto: (offers, suppliers, unnamed) => {
    if (offers === 0) return '没有货源使用您的图片。'
    const show = `${offers}个货源使用您的图片`
    if (suppliers === 0) return `${show}，均未注明供应商。`
    return unnamed === 0
      ? `${show}，来自${suppliers}家供应商。`
      : `${show}，来自${suppliers}家供应商，另有${unnamed}个未注明供应商。`
  },
  otherReusedPhotos: (count) =>
    count === 0 ? '没有其他图片被多个货源共用。' : `另有${count}张图片被多个货源共用。`,
  reuseNoPhotos: '没有可比对的图片。',
  reuseNoOffers: '还没有可排查的货源。',
  reuseNoPicture: '您的图片已不在本机，请重新搜索。',
  reuseScope: (loaded) => `范围：已加载的${loaded}个货源，还有更多未加载。`,
  reuseScopeAll: (count) => `范围：全部${count}个货源。`,
  reuseRemaining: (count) => `还有${count}张图片待比对。`,
  reuseUnreadable: (count) => `${count}张图片无法比对。`,
  reuseDisclaimer: '共用图片只说明谁在用，不说明图片归谁，也不代表产品相同。',
  yourPhoto: '您的图片',
  yourPhotoNumber: (number) => `您的图片${number}`,
  likelyYourPhoto: '疑似您的图片，请核对',
  photoUsers: (offers, suppliers) => `使用您图片的货源${offers}个，供应商${suppliers}家`,
  noPhotoUsers: '查看还有谁在用您的图片。',
  photoNumber: (number) => `图片${number}`,
  supplierCount: (count) => `${count}家供应商`,
  unnamedSupplierCount: (count) => `${count}个未注明`,
  supplierUnnamed: '未注明供应商',
}
