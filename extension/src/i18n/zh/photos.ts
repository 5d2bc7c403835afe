import type { PhotoTexts } from '../en/photos.ts'

export const photos: PhotoTexts = {
  samePhotos: (count) => `${count} 个同图`,
  mirrored: '镜像同图',
  recoloured: '颜色不同',
  photoLabel: '图片',
  photoVerdicts: {
    same: '同一张图',
    probably: '可能同图',
    other: '不同图片',
    'cannot-compare': '无法比较',
    'not-checked': '未检查',
  },
  photoReasons: {
    mirrored: '左右镜像',
    trimmed: '边框除外',
    cropped: '裁剪过',
    overlaid: '叠加了文字或标志',
    recoloured: '颜色不同',
    grey: '其中一张没有颜色',
    'query-flat': '您的图片内容太少',
    'other-flat': '对方图片内容太少',
    'other-method': '比较方法不同',
  },
  photoUncheckedReasons: {
    unreachable: '图片无法访问',
    unreadable: '图片无法读取',
    'no-picture': '没有图片',
    'query-unreadable': '所发送的图片无法读取',
  },
  comparePhotos: '比较图片',
  comparePhotosTooltip: (host) =>
    `允许 ${host}。之后即可在本浏览器中将货源图片与您的图片比较。可在设置中收回。`,
  comparePhotosOpen: '查看两张图片',
  notCompared: '尚未比较',
  photoLayoutLabel: '两张图片的摆放方式',
  photoLayouts: { beside: '并排', over: '叠放' },
  photoSlider: '显示多少所搜图片',
  photosMisaligned: '其中一张的四周显示更多，因此无法完全重合。',
  undoMirroring: '镜像还原',
  offeredPictureAlt: '货源图片',
  photoUnavailable: '无法显示此图片：图片网站没有提供。',
  photoMeanings: {
    same: '只说明图片相同，不证明是同一产品。',
    probably: '可能是同一张图：请自行查看。不能确定产品是否相同。',
    other: '不同的图片。产品仍可能相同。',
    'cannot-compare': '通过比较无法得出结论：请自行查看。',
    'not-checked': '尚未比较过：请自行查看。',
  },
  comparisonMethod: (method) => `在本浏览器中比较；方法 ${method}。`,
  reuseTitle: '谁在用这张图',
  reuseOfYourPhoto: (offers, suppliers, unnamed) => {
    if (offers === 0) return '没有货源使用您的图片。'
    const show = `${offers} 个货源使用您的图片`
    if (suppliers === 0) return `${show}，未注明供应商。`
    return unnamed === 0
      ? `${show}，来自 ${suppliers} 家供应商。`
      : `${show}，来自 ${suppliers} 家供应商；${unnamed} 个未注明供应商。`
  },
  otherReusedPhotos: (count) =>
    count === 0 ? '没有其他图片被多个货源共用。' : `另有 ${count} 张图片被多个货源共用。`,
  reuseNoPhotos: '没有可以比较的图片。',
  reuseNoOffers: '还没有可查看的货源。',
  reuseNoPicture: '所搜的图片已不在此处：请重新搜索。',
  reuseScope: (loaded) => `范围：已加载的 ${loaded} 个货源，还有更多。`,
  reuseScopeAll: (count) => `范围：全部 ${count} 个货源。`,
  reuseRemaining: (count) => `还有 ${count} 张图片待比较。`,
  reuseUnreadable: (count) => `${count} 张图片无法比较。`,
  reuseDisclaimer: '共用图片只说明谁在使用它，不说明图片属于谁，也不说明产品相同。',
  yourPhoto: '您的图片',
  photoNumber: (number) => `图片 ${number}`,
  supplierCount: (count) => `${count} 家供应商`,
  unnamedSupplierCount: (count) => `${count} 个未注明`,
  supplierUnnamed: '未注明供应商',
}
