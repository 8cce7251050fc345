import DefaultTheme from "vitepress/theme";
import { defineComponent, h, onMounted, ref } from "vue";

let drawn = 0;

/** A diagram of Mermaid, drawn in the browser. */
const Diagram = defineComponent({
  props: { code: { type: String, required: true } },
  setup(props) {
    const svg = ref("");
    onMounted(async () => {
      const { default: mermaid } = await import("mermaid");
      const theme = globalThis.document.documentElement.classList.contains("dark") ? "dark" : "default";
      mermaid.initialize({ startOnLoad: false, theme });
      svg.value = (await mermaid.render(`diagram-${drawn++}`, decodeURIComponent(props.code))).svg;
    });
    return () => h("div", { innerHTML: svg.value });
  },
});

export default { ...DefaultTheme, enhanceApp: ({ app }) => app.component("Diagram", Diagram) };
