import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Pages are outside the folder of the site's packages, and are compiled to code that needs Vue. */
const pagesOutside = {
  name: "pages-outside",
  enforce: "pre",
  resolveId(source, _, { ssr }) {
    if (source !== "vue" && source !== "vue/server-renderer") return undefined;
    if (ssr) return { id: source, external: true };
    return fileURLToPath(import.meta.resolve("vue/dist/vue.runtime.esm-bundler.js"));
  },
};

/** The rows of the table at the top of docs/README.md, each of which is a group of pages. */
function sidebar() {
  const text = readFileSync(path.join(root, "docs/README.md"), "utf8");
  const rows = text.matchAll(/^\| ([a-z][^|]*) \| (.*\]\(.*) \|$/gm);
  return Array.from(rows, ([, title, cells]) => ({
    text: title.charAt(0).toUpperCase() + title.slice(1),
    collapsed: false,
    items: Array.from(cells.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g), ([, name, target]) => ({
      text: name,
      link: `/${path.posix
        .join("docs", target)
        .replace(/README\.md$/, "")
        .replace(/\.md$/, "")}`,
    })),
  }));
}

/** Files of the code have no page: what links to one keeps its text. */
const isPage = (href) => /^([a-z]+:|#)/.test(href) || /(^|\/)[^/]*\.md(#.*)?$/.test(href);

/** @type {(md: import("vitepress").MarkdownRenderer) => void} */
function prepare(md) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, ...rest) =>
    tokens[index].info.trim() === "mermaid"
      ? `<Diagram code="${encodeURIComponent(tokens[index].content)}" />`
      : fence(tokens, index, ...rest);
  // Braces in the text are no expressions of the site's own.
  md.renderer.rules.text = (tokens, index) =>
    md.utils.escapeHtml(tokens[index].content).replaceAll("{{", "&#123;&#123;");
  md.core.ruler.push("code-links", ({ tokens }) => {
    for (const { children } of tokens.filter(({ type }) => type === "inline")) {
      let isCode = false;
      for (const token of children) {
        if (token.type === "link_open") isCode = !isPage(token.attrGet("href") ?? "");
        if (!isCode || !token.type.startsWith("link_")) continue;
        if (token.type === "link_close") isCode = false;
        Object.assign(token, { type: "text", tag: "", content: "", attrs: null, nesting: 0 });
      }
    }
  });
}

export default {
  title: "Headroom",
  description: "Serverless on AWS, done right, as a Pulumi program",
  srcDir: "../..",
  srcExclude: ["**/node_modules/**", ".local/**", "docs/site/**", ".github/**"],
  outDir: "../../.local/site",
  cacheDir: "../../.local/site-cache",
  rewrites: (page) => page.replace(/(^|\/)README\.md$/, "$1index.md"),
  cleanUrls: true,
  markdown: { config: prepare, html: false },
  vite: { publicDir: false, plugins: [pagesOutside] },
  themeConfig: {
    nav: [
      { text: "Tutorial", link: "/docs/tutorial" },
      { text: "Patterns", link: "/docs/patterns" },
      { text: "Rules", link: "/docs/rules" },
      { text: "Limits", link: "/docs/limits" },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: "local" },
  },
};
