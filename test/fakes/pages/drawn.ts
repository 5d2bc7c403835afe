import { cors, FILL, noCors, OTHER, type PicturePage } from './page.ts'

const BOX = 'display:block;width:240px;height:240px'
const file = (name: string) => `${OTHER}/file/${name}`
const shown = (name: string, like: string, path: string, right: PicturePage['right']): PicturePage => ({
  name,
  like,
  html: `<img id="t" src="${file(path)}" style="${BOX};object-fit:contain">`,
  right,
})

/** Unusual files, and pictures that a script draws. */
export const DRAWN: PicturePage[] = [
  shown('gif-white-first', 'an animated GIF that begins white', 'white-first.gif', {
    colour: 'blue',
    least: [600, 600],
  }),
  shown('webp-white-first', 'an animated WebP that begins white', 'white-first.webp', {
    colour: 'violet',
    least: [640, 640],
  }),
  shown('png-no-end', 'a PNG whose last chunk is missing', 'no-end.png', {
    colour: 'green',
    least: [700, 700],
  }),
  shown('png-wrong-checksum', 'a PNG whose last chunk has a wrong checksum', 'wrong-checksum.png', {
    colour: 'orange',
    least: [700, 700],
  }),
  shown('gif-screen-zero', 'a GIF with a screen of 0×0', 'screen-zero.gif', {
    colour: 'teal',
    least: [500, 400],
    capture: [150, 120],
    failures: ['picture_damaged'],
  }),
  shown('avif-mif1', 'an AVIF file of the brand mif1', 'mif1.avif', { colour: 'pink', least: [800, 800] }),
  {
    name: 'svg-without-size',
    like: 'an SVG in <img> with a viewBox only',
    html: `<img id="t" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="rgb(112,66,28)"/></svg>')}" style="display:block;width:300px;height:200px">`,
    right: { colour: 'brown', least: [200, 130] },
  },
  {
    name: 'webgl',
    like: '3D viewers: WebGL without preserveDrawingBuffer',
    html: `<canvas id="t" width="240" height="240" style="${BOX}"></canvas><script>const canvas=document.getElementById('t'),gl=canvas.getContext('webgl');const draw=()=>{if(gl){gl.clearColor(214/255,40/255,40/255,1);gl.clear(gl.COLOR_BUFFER_BIT)}else{const c=canvas.getContext('2d');c.fillStyle='rgb(214,40,40)';c.fillRect(0,0,240,240)}};draw();document.documentElement.dataset.webgl=String(!!gl)</script>`,
    right: { colour: 'red', least: [230, 230], capture: [230, 230] },
  },
  {
    name: 'offscreen-canvas',
    like: 'configurators: a canvas that a worker draws on',
    html: `<canvas id="t" width="600" height="600" style="${BOX}"></canvas><script>const off=document.getElementById('t').transferControlToOffscreen();new Worker(URL.createObjectURL(new Blob(['onmessage=({data})=>{const c=data.getContext("2d");c.fillStyle="rgb(42,157,58)";c.fillRect(0,0,600,600);c.fillStyle="rgba(0,0,0,.1)";c.fillRect(100,150,200,200)}']))).postMessage(off,[off])</script>`,
    right: { colour: 'green', least: [230, 230], capture: [230, 230] },
  },
  {
    name: 'bitmap-canvas',
    like: 'image editors: a canvas with a bitmaprenderer context',
    html: `<div class="box"><canvas id="t" width="800" height="800" style="${FILL}"></canvas></div><script>fetch('${cors('yellow', 800)}').then(r=>r.blob()).then(createImageBitmap).then(b=>document.getElementById('t').getContext('bitmaprenderer').transferFromImageBitmap(b))</script>`,
    right: { colour: 'yellow', least: [230, 230], capture: [230, 230] },
  },
  {
    name: 'tainted-canvas',
    like: 'a canvas with a picture that nobody may read',
    html: `<canvas id="t" width="900" height="900" style="${BOX}"></canvas><script>const img=new Image();img.onload=()=>document.getElementById('t').getContext('2d').drawImage(img,0,0,900,900);img.src='${noCors('violet', 900)}'</script>`,
    right: { colour: 'violet', capture: [230, 230] },
  },
]
