"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const form = document.getElementById("filter");

  // A page opened as a file may not be allowed to remember anything.
  const remembered = () => { try { return localStorage.getItem("plimsoll-theme"); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem("plimsoll-theme", theme); } catch { /* only for this time */ } };
  const button = document.getElementById("theme");
  const themes = ["auto", "light", "dark"];
  const show = (theme) => {
    root.dataset.theme = theme;
    button.textContent = "Theme: " + theme;
  };
  show(themes.includes(remembered()) ? remembered() : "auto");
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    show(next);
    remember(next);
  });

  if (!form) return;
  const findings = all(".finding");
  const texts = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));
  const files = all(".file");
  const count = document.getElementById("count");
  const none = document.getElementById("none");

  const filter = () => {
    const severities = new Set(all("[name=severity]:checked", form).map((box) => box.value));
    const rule = form.elements.rule.value;
    const file = form.elements.file.value;
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = severities.has(data.severity) && (!rule || data.rule === rule) && (!file || data.file === file)
        && words.every((word) => texts.get(finding).includes(word));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const section of files) section.hidden = !section.querySelector(".finding:not([hidden])");
    count.textContent = shown === findings.length ? `${shown} shown` : `${shown} of ${findings.length} shown`;
    none.hidden = shown > 0;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.getElementById("fold").addEventListener("click", (event) => {
    const open = event.target.getAttribute("aria-pressed") === "true";
    for (const finding of findings) finding.open = open;
    event.target.setAttribute("aria-pressed", String(!open));
  });

  // What a link leads to may be filtered out, or folded; the browser then goes there by itself.
  for (const link of all(".see")) {
    link.addEventListener("click", () => {
      const finding = document.getElementById(link.hash.slice(1)).closest(".finding");
      if (finding.hidden) {
        form.reset();
        filter();
      }
      finding.open = true;
    });
  }

  const move = (step) => {
    const stops = findings.filter((finding) => !finding.hidden).map((finding) => finding.querySelector("summary"));
    const here = stops.indexOf(document.activeElement.closest(".finding")?.querySelector("summary"));
    const next = stops[here < 0 ? (step > 0 ? 0 : stops.length - 1) : here + step];
    next?.focus();
  };
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && form.contains(event.target)) {
      form.reset();
      filter();
    } else if (typing) {
      return;
    } else if (event.key === "/") {
      form.elements.text.focus();
      event.preventDefault();
    } else if (event.key === "j" || event.key === "k") {
      move(event.key === "j" ? 1 : -1);
      event.preventDefault();
    }
  });
  document.querySelector(".filters").hidden = false;
  filter();
})();
