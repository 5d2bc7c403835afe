import { rasterizeOnRequest } from '../../image/svg-rasterizer.ts'

rasterizeOnRequest()
