import type { Gateway } from './index.ts'
import { aopSignature, type Form, imageSearchSign } from './signature.ts'

const CROSSBORDER = 'com.alibaba.fenxiao.crossborder'

interface Body {
  error_code?: string
  error_response?: { code: string }
  // Tests look into bodies of any form.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [member: string]: any
}

export interface AppAnswer {
  status: number
  /** The body's own code, or `ok`. */
  code: string
  body: Body
}

/** Calls the fake as the app with the key 1000 does, for its own tests. */
export function appClient(gateway: Gateway, appSecret: string, accessToken: string) {
  async function post(path: string, form: Form): Promise<AppAnswer> {
    const response = await fetch(`${gateway.url}/param2/1/${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    const text = await response.text()
    const body: Body = text ? JSON.parse(text) : {}
    return { status: response.status, code: body.error_code ?? body.error_response?.code ?? 'ok', body }
  }
  const imageSearch = (form: Form, secret = appSecret) => {
    const whole = {
      app_key: '1000',
      timestamp: String(Date.now()),
      searchType: '1',
      page: '1',
      pageSize: '20',
      ...form,
    }
    return post('com.alibaba.product/alibaba.product.image.search', {
      ...whole,
      sign: imageSearchSign(whole, secret),
    })
  }
  const aop = (path: string, form: Form, token: string | undefined = accessToken, secret = appSecret) => {
    const whole: Form = { ...form, ...(token !== undefined && { access_token: token }) }
    return post(path, { ...whole, _aop_signature: aopSignature(`param2/1/${path}`, whole, secret) })
  }
  const crossborder = (api: string, parameter: string, value: object) =>
    aop(`${CROSSBORDER}/${api}/1000`, { [parameter]: JSON.stringify(value) })
  return {
    post,
    aop,
    imageSearch,
    upload: (param: object) => crossborder('product.image.upload', 'uploadImageParam', param),
    query: (param: object) =>
      crossborder('product.search.imageQuery', 'offerQueryParam', {
        beginPage: 1,
        pageSize: 20,
        country: 'en',
        ...param,
      }),
    detail: (offerId: unknown) =>
      crossborder('product.search.queryProductDetail', 'offerDetailParam', { offerId, country: 'en' }),
    dropship: (form: Form) => aop('com.alibaba.product/alibaba.public.image.similar.offer.search/1000', form),
    grant: (form: Form) =>
      post('system.oauth2/getToken/1000', { client_id: '1000', client_secret: appSecret, ...form }),
  }
}
