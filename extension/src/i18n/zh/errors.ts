import type { ErrorTexts } from '../en/errors.ts'

export const errors: ErrorTexts = {
  searchFailed: '搜索失败',
  retry: '重试',
  retryIn: (seconds) => `${seconds} 秒后重试`,
  copyReport: '复制报告',
  failures: {
    invalid_request: { title: '代理无法理解请求。', hint: '扩展与代理的版本可能不一致：请都更新到最新版。' },
    unauthorized: {
      title: '代理不接受您的客户端密钥。',
      hint: '请在设置中检查密钥，或向代理运营者索取新密钥。',
    },
    image_too_large: { title: '图片太大。', hint: '请使用较小的版本。' },
    image_unsupported: { title: '代理无法读取这张图片。', hint: '请换一张商品图片。' },
    rate_limited: { title: '搜索速度超出了密钥的限制。', hint: '请稍候再试。' },
    quota_exhausted: {
      title: '今天的搜索次数已用完，北京时间8点重置。',
      hint: '需要更多次数，请联系代理运营者。',
    },
    not_supported: { title: '当前使用的 1688 接口不支持此操作。', hint: '请换一张图片，或询问代理运营者。' },
    upstream_signature_rejected: {
      title: '1688 拒绝了代理的签名。',
      hint: '代理运营者需检查 App Key、App Secret 和时钟。',
    },
    upstream_unauthorized: {
      title: '1688 不接受代理的 App Key 或令牌。',
      hint: '代理运营者需重新授权应用。',
    },
    upstream_access_denied: {
      title: '1688 未授权此应用使用该搜索。',
      hint: '代理运营者需订购相应方案或更换接口。',
    },
    upstream_quota_exhausted: {
      title: '应用在 1688 的付费调用次数已用完。',
      hint: '代理运营者需购买更多次数。',
    },
    upstream_rejected_image: { title: '1688 无法使用这张图片。', hint: '请换一张商品主体更大的图片。' },
    upstream_bad_response: { title: '1688 的回复无法读取。', hint: '通常很快恢复：请重试。' },
    upstream_unavailable: { title: '1688 暂时不可用。', hint: '请稍候重试。' },
    busy: { title: '排队的搜索太多。', hint: '请稍候重试。' },
    upstream_throttled: { title: '1688 要求降低调用频率。', hint: '请几秒后重试。' },
    not_configured: { title: '代理尚未设置完整。', hint: '下方写明了代理运营者需要处理的设置。' },
    upstream_timeout: { title: '1688 未能及时回复。', hint: '请重试。' },
    internal: { title: '出了点问题。', hint: '请重试。若仍出现，请把报告复制给运营者。' },
    picture_unreadable: {
      title: '图片所在网站不允许读取。',
      hint: '请允许该网站，或在其页面上把图片滚动到可见处再试，或选取显示它的区域。',
    },
    picture_not_loaded: { title: '图片尚未加载。', hint: '请先滚动到图片处，加载后再右键搜索。' },
    picture_too_large: { title: '图片太大，无法解码。', hint: '请使用较小的版本，或选取页面上的一块区域。' },
    picture_format: {
      title: '浏览器无法读取这种图片格式。',
      hint: '请另存为 JPEG 或 PNG，或选取页面上显示它的区域。',
    },
    picture_damaged: { title: '图片已损坏或不完整。', hint: '请重新加载页面，或换一张商品图片。' },
    picture_blank: { title: '这张图形的内容在别处，单独打开是空白的。', hint: '请选取页面上显示它的区域。' },
    picture_empty: { title: '图片中没有可搜索的内容。', hint: '它是透明或单色的，请在页面上框选商品。' },
    not_a_picture: { title: '这不是图片。', hint: '请换一张商品图片，或选取页面上的一块区域。' },
    page_closed: { title: '浏览器不允许扩展访问此页面。', hint: '请使用截图并框选商品，或保存图片后上传。' },
    proxy_not_set: { title: '尚未设置代理。', hint: '请在设置中填写代理地址和客户端密钥。' },
    proxy_unreachable: { title: '无法连接代理。', hint: '可能暂时中断：请重试，或在设置中检查地址。' },
    local_network_denied: {
      title: '浏览器可能阻止了与本机或局域网的连接。',
      hint: '请在扩展的网站设置中允许访问本地网络，然后重试。',
    },
    proxy_timeout: { title: '代理未能及时回复。', hint: '请重试。' },
    proxy_bad_answer: { title: '此地址上的服务不是代理。', hint: '请在设置中检查地址。' },
    offline: { title: '您已离线。', hint: '恢复连接后请重试。' },
    storage_full: { title: '浏览器已没有空间保存您的内容。', hint: '请清除历史记录，或释放一些磁盘空间。' },
    storage_closed: {
      title: '浏览器不允许扩展保存内容。',
      hint: '搜索不受影响。Firefox 设为不记录历史时不会保存；磁盘已满时也可能如此。',
    },
    storage_newer: { title: '您保存的内容由更新版本的扩展写入。', hint: '请更新此扩展。未作任何改动。' },
    interrupted: { title: '浏览器提前结束了搜索。', hint: '不会自动重复：请重新搜索。' },
  },
}
