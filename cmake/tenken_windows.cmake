# What mingw's linker offers: random addresses (64-bit), no execution of data. Control-flow guard needs another compiler.
# The host's rcc would compress with zstd, which our Qt for Windows does without.
if(MINGW)
    add_link_options(-Wl,--dynamicbase,--high-entropy-va,--nxcompat)
    string(APPEND CMAKE_CXX_STANDARD_LIBRARIES " -l:libssp.a") # of -fstack-protector
    set(CMAKE_AUTORCC_OPTIONS --no-zstd)
    add_library(tenken_leave OBJECT ${CMAKE_SOURCE_DIR}/app/desktop/leave_windows.cpp)
    add_link_options(-Wl,--wrap=main)
    link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:tenken_leave>>)
endif()

# app_describe_program(<target> <description>): icon, version and manifest of a Windows program; nothing elsewhere.
function(app_describe_program target description)
    if(NOT WIN32)
        return()
    endif()
    set(manifest ${CMAKE_SOURCE_DIR}/installer/windows/program.manifest)
    set(icon ${CMAKE_SOURCE_DIR}/resources/icons/tenken.ico)
    if(EXISTS ${icon})
        set(icon_line "IDI_ICON1 ICON \"${icon}\"")
    endif()
    configure_file(${CMAKE_SOURCE_DIR}/installer/windows/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
endfunction()
