// Runs before the first paint, so that a dark page never flashes white. A file, because inline scripts are not allowed.
const chosen = localStorage.getItem("keelson-color-scheme")
const isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
document.documentElement.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light")
document.documentElement.style.background = isDark ? "#101113" : "#fafafb"
