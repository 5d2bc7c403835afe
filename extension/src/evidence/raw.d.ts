/** The text of a module, not the module: Vite's. Said here for programs that take this folder without Vite's own types. */
declare module '*.js?raw' {
  const text: string
  export default text
}
