/** The file's CSS: light, for printing, with page numbers in browsers that can print them. */
export const STYLE = `
:root {
  color-scheme: light;
}

body {
  margin: 0;
  background: #fff;
  color: #1a1a1a;
  font:
    15px / 1.5 system-ui,
    "PingFang SC",
    "Microsoft YaHei",
    sans-serif;
  overflow-wrap: anywhere;
}

main {
  max-width: 900px;
  margin: 0 auto;
  padding: 24px;
}

h1 {
  margin: 0 0 16px;
  font-size: 24px;
}

h2 {
  margin: 32px 0 12px;
  padding-bottom: 4px;
  border-bottom: 1px solid #ccc;
  font-size: 18px;
  break-after: avoid;
}

h3,
p {
  margin: 0 0 6px;
}

h3 {
  font-size: 15px;
}

td.differs {
  font-weight: 600;
}

.status {
  padding: 12px 16px;
  border: 2px solid #a11;
  border-inline-start-width: 10px;
  background: #fff2f2;
  break-inside: avoid;
  print-color-adjust: exact;
}

.status strong {
  font-size: 18px;
}

.status p {
  margin: 4px 0 0;
}

.status.holds {
  border-color: #17652d;
  background: #effaf2;
}

.status.unsigned,
.status.unchecked {
  border-color: #7a5200;
  background: #fff8e8;
}

.printed {
  display: none;
  margin-top: 12px;
}

section > h3 {
  margin-top: 12px;
}

.print {
  margin-top: 12px;
  padding: 6px 14px;
  font: inherit;
}

.pictures {
  display: flex;
  flex-wrap: wrap;
  gap: 16px;
  margin-bottom: 12px;
}

figure {
  margin: 0;
  break-inside: avoid;
}

figure img {
  display: block;
  max-width: min(320px, 100%);
  max-height: 320px;
}

figcaption,
dt,
.none,
.made {
  color: #555;
  font-size: 13px;
}

dl {
  margin: 0;
}

dl div {
  display: grid;
  grid-template-columns: minmax(120px, 220px) 1fr;
  gap: 0 12px;
  padding: 2px 0;
}

dd {
  margin: 0;
}

code {
  font:
    13px / 1.4 ui-monospace,
    monospace;
}

table {
  width: 100%;
  margin-bottom: 8px;
  border-collapse: collapse;
}

th,
td {
  padding: 3px 8px;
  border-bottom: 1px solid #ddd;
  text-align: start;
  vertical-align: top;
}

tbody th {
  font-weight: normal;
}

td.holds {
  color: #17652d;
}

td.changed {
  color: #a11;
  font-weight: bold;
}

.offers {
  margin: 0;
  padding: 0;
  list-style: none;
}

.offers > li {
  display: grid;
  grid-template-columns: 140px 1fr;
  gap: 16px;
  padding: 12px 0;
  border-bottom: 1px solid #ddd;
  break-inside: avoid;
}

.offers img {
  width: 140px;
  height: 140px;
  object-fit: contain;
}

.offers dl div {
  grid-template-columns: minmax(90px, 150px) 1fr;
  padding: 0;
}

.made {
  margin-top: 32px;
}

@media (max-width: 520px) {
  .offers > li {
    grid-template-columns: 80px 1fr;
  }

  .offers img {
    width: 80px;
    height: 80px;
  }
}

@page {
  margin: 18mm 15mm;

  @bottom-right {
    content: counter(page) " / " counter(pages);
    font: 9pt sans-serif;
  }
}

@media print {
  .print {
    display: none;
  }

  .printed {
    display: block;
  }

  body {
    font-size: 10pt;
  }

  main {
    max-width: none;
    padding: 0;
  }

  a {
    color: inherit;
    text-decoration: none;
  }

  figcaption,
  dt,
  dd,
  .none,
  .made {
    font-size: 9pt;
  }

  .offers > li {
    grid-template-columns: 100px 1fr;
    padding: 6px 0;
  }

  .offers img {
    width: 100px;
    height: 100px;
  }
}
`
