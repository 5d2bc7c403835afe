import type { ExportTexts } from '../en/export.ts'

export const exporting: ExportTexts = {
  exportMenu: '导出',
  saveXlsx: '保存为 Excel',
  saveCsv: '保存为 CSV',
  saveExcelCsv: (number) => `保存为 CSV（Excel 专用，小数 ${number}）`,
  copyText: '复制为文本',
  copyInquiry: '复制询盘话术',
  fileSaved: (name) => `已保存 ${name}。`,
  fileNotSaved: '文件无法写入。',
  offersCopied: (count) => `已复制 ${count} 个货源。`,
  inquiryCopied: '已复制中文询盘话术，下附英文释义。',
  notCopied: '浏览器不允许复制。',
  saveEvidence: '保存证据…',
  evidence: {
    title: '保存证据',
    noSearch: '还没有可保存的内容：请先用图片搜索。',
    intro: '一个 HTML 文件：展示这次搜索，并能在任何现行浏览器中离线自行校验。',
    loadingKeys: '正在向代理获取签名所用的密钥…',
    allSigned: (answers) =>
      answers === 1 ? '代理已签名：应答未被改动。' : `代理已签名：全部 ${answers} 个应答未被改动。`,
    partlySigned: (holding, answers) =>
      `${answers} 个应答中有 ${holding} 个已由代理签名且未被改动。对其余应答，文件不能证明任何内容。`,
    unsigned: '没有签名：代理不签名，或这次搜索早于代理开始签名。因此文件不能证明货源来自何处，但仍可保存。',
    changed: '有签名与这里保存的内容不符，文件会如此说明。请重新搜索以获得有效的签名。',
    uncheckable: '此浏览器不支持该签名，或代理已不再公布其密钥。',
    uncheckedNote: '文件会注明未经校验。',
    contents: '文件内容',
    sentPicture: '发送的图片',
    sourcePicture: (type, kilobytes) => `网页上的原图（${type}，${kilobytes} kB），整个文件`,
    offerCount: (offers, answers) => `${answers} 个应答中的 ${offers} 个货源，包括被筛选隐藏的`,
    offerPictures: (possible, offers) => `可读取的货源图片：${offers} 个中的 ${possible} 个`,
    photoVerdicts: (method) => `图片比对结论（${method}）`,
    worker: (host) => `代理：${host} 及其公钥`,
    firstPhotoOnly: '有多张图片时，只包括第一张及其搜索结果。',
    includePage: '注明我在何时、何处发现',
    includeTime: '注明我在何时发现',
    provesBriefly:
      '它证明代理在何时对哪张图片给出了怎样的应答。它不能证明图片归谁所有，也不能证明 1688 显示过这些内容，且不是法律意见。',
    provesInFull: '能证明什么、不能证明什么的全部说明',
    readingPictures: (count) => `已读取货源图片：${count}…`,
    savedSummary: ({ unread, noRoom }) =>
      [
        unread > 0 && `未包含 ${unread} 个货源的图片：无法读取。`,
        noRoom > 0 && `未包含 ${noRoom} 个货源的图片：文件最大 12 MB。`,
      ]
        .filter(Boolean)
        .join('') || '内容已全部写入文件。',
    notSavedHint: '请重试，或重新用该图片搜索。',
  },
}
