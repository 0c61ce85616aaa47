/**
 * What a platform's own page loads to show the policy in force, always the latest:
 * `<script src="https://…/embed.js" data-platform="ctterra" data-language="de" async></script>`. The text comes in a
 * shadow root, so the page's style and ours do not touch; without JavaScript the page's own link stays.
 */
export const snippet = `(() => {
  const script = document.currentScript;
  const { platform, language = document.documentElement.lang.slice(0, 2) } = script.dataset;
  const base = new URL(".", script.src).href.replace(/\\/$/, "");
  const place = document.createElement("section");
  script.after(place);
  const path = (language === "de" ? "/de" : "") + (platform ? "/p/" + encodeURIComponent(platform) : "");
  const link = () => {
    const a = document.createElement("a");
    a.href = base + path + "/policy";
    a.textContent = language === "de" ? "Zur Beschwerderichtlinie" : "To the complaint policy";
    place.append(a);
  };
  fetch(base + path + "/policy/fragment")
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .then((html) => {
      const root = place.attachShadow({ mode: "open" });
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const style = document.createElement("style");
      style.textContent = ":host{display:block;line-height:1.6} .lines{white-space:pre-line}";
      root.append(style, ...parsed.body.childNodes);
    })
    .catch(link);
})();
`;
