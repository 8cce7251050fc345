module headroom/provider

go 1.24
