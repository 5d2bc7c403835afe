/** The text of a module, by Vite. Declared here for programs that use this folder without Vite's types. */
declare module '*.js?raw' {
  const text: string
  export default text
}
