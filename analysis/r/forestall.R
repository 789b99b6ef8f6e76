# SPDX-License-Identifier: Apache-2.0
# Results of forestall in R: opens them, asks the program, draws. docs/researchers.md
# source("analysis/r/forestall.R") in the checkout; needs the packages ncdf4 and jsonlite.

# The results file as a list: each variable an array with named dimensions, in R's order (time, member, option: the
# first runs fastest). `time` is Date, options and places are text. `variables`: which ones, all that have a dimension
# `option` if NULL. Attributes of an array: `units`, `long_name`. Stops if it is no results file.
open_results <- function(path, variables = NULL) {
  file <- ncdf4::nc_open(path)
  on.exit(ncdf4::nc_close(file))
  if (!identical(ncdf4::ncatt_get(file, 0, "format")$value, "forestall results"))
    stop(path, " is no results file of forestall")
  labels <- lapply(file$dim, function(d) d$vals)
  labels$time <- as.Date(labels$time, origin = sub("days since ", "", file$dim$time$units))
  has_option <- function(v) "option" %in% vapply(v$dim, function(d) d$name, "")
  if (is.null(variables)) variables <- names(Filter(has_option, file$var[!grepl("/", names(file$var))]))
  read <- function(name) {
    if (is.null(file$var[[name]])) stop("no variable ", name, " in ", path)
    dims <- vapply(file$var[[name]]$dim, function(d) d$name, "")
    dims <- dims[!grepl("^string", dims)]
    values <- ncdf4::ncvar_get(file, name, collapse_degen = FALSE)
    dim(values) <- lengths(labels[dims])
    dimnames(values) <- lapply(labels[dims], as.character)
    money <- ncdf4::ncatt_get(file, name, "currency")
    attr(values, "units") <- if (money$hasatt) money$value else ncdf4::ncatt_get(file, name, "units")$value
    attr(values, "long_name") <- ncdf4::ncatt_get(file, name, "long_name")$value
    values
  }
  out <- lapply(setNames(nm = variables), read)
  out$time <- labels$time
  out
}

# Path of the program: what is given, else FORESTALL of the environment, else `forestall` in PATH. Stops without one.
find_program <- function(program = NULL) {
  for (name in c(program, Sys.getenv("FORESTALL"), "forestall")) {
    found <- if (nzchar(name)) Sys.which(name) else ""
    if (nzchar(found)) return(unname(found))
    if (nzchar(name) && name != "forestall") stop(name, " is no program")
  }
  stop("no forestall in PATH; build it with make, then set FORESTALL or give program=")
}

# What `forestall compare` says of a file: a row for each option and figure, with `value`, `lo`, `hi` (95 %, for all
# options together; NA: the program gives none), and `clear` in its words. Attributes: `verdict`, `baseline`, `members`,
# `outcome`. `arguments`: other options of the command, as c("--discount", "0.05"). Stops with the program's words.
compare_results <- function(path, arguments = character(), program = NULL) {
  wrong <- tempfile()
  on.exit(unlink(wrong))
  words <- c("compare", path, "--json", "--quiet", arguments)
  said <- suppressWarnings(system2(find_program(program), shQuote(words), stdout = TRUE, stderr = wrong))
  if (!is.null(attr(said, "status"))) stop(paste(readLines(wrong), collapse = "\n"), call. = FALSE)
  said <- jsonlite::fromJSON(paste(said, collapse = "\n"), simplifyVector = FALSE)
  number <- function(x) if (is.null(x)) NA_real_ else x
  row <- function(option, figure) {
    f <- option[[figure]]
    data.frame(option = option$name, figure = figure, value = number(f$value), lo = number(f$lo), hi = number(f$hi),
               clear = if (is.null(f$clear)) NA_character_ else f$clear)
  }
  figures <- c("difference", "typical", "mass_killing", "displacement", "cost")
  table <- do.call(rbind, lapply(said$options, function(o) do.call(rbind, lapply(figures, row, option = o))))
  for (name in c("verdict", "baseline", "members", "outcome")) attr(table, name) <- said[[name]]
  table
}

# Draws the spread of a series over members, by option: the middle as a line, 90 % of members as a band. `results`: of
# open_results. Options differ by colour, dashes and marks. Returns the quantiles: an array (quantile, time, option).
plot_fan <- function(results, series = "displaced", options = dimnames(results[[series]])$option,
                     levels = c(0.05, 0.25, 0.5, 0.75, 0.95)) {
  values <- results[[series]]
  if (!identical(names(dimnames(values)), c("time", "member", "option")))
    stop(series, " has not the dimensions time, member and option: of a file with points, choose one")
  missing <- setdiff(options, dimnames(values)$option)
  if (length(missing)) stop("no option ", missing[1], " in these results")
  spread <- apply(values[, , options, drop = FALSE], c(1, 3), quantile, probs = levels, na.rm = TRUE, names = FALSE)
  colours <- c("#555555", "#0067a5", "#b84a00", "#00795b", "#9b3a7c", "#6b5900", "#5546a3")
  look <- function(at) (at - 1) %% length(colours) + 1
  plot(range(results$time), range(0, spread), type = "n", xlab = "first day of the step (date)", xaxt = "n",
       ylab = paste0(gsub("_", " ", series), " (", sub("^1$", "number", attr(values, "units")), ")"))
  axis.Date(1, results$time)
  last <- dim(spread)[1]
  for (o in seq_along(options)) {
    polygon(c(results$time, rev(results$time)), c(spread[1, , o], rev(spread[last, , o])), border = NA,
            col = adjustcolor(colours[look(o)], 0.15))
    lines(results$time, spread[(last + 1) / 2, , o], col = colours[look(o)], lty = look(o), lwd = 2)
    marks <- round(seq(1, length(results$time), length.out = 8))
    points(results$time[marks], spread[(last + 1) / 2, marks, o], col = colours[look(o)], pch = o)
  }
  legend("topleft", options, col = colours[look(seq_along(options))], lty = look(seq_along(options)),
         pch = seq_along(options), bty = "n", title = "middle; band: 90 % of members")
  invisible(spread)
}
